-- The groups whose last digest could not be posted, until one can: MUTED, TOPIC_CLOSED, TOPIC_GONE or CLOSED; and
-- whether the admins were told.
create table digest_barrier (
    chat_id bigint primary key,
    barrier varchar(16) not null,
    told integer not null
);
