-- Times are milliseconds since 1970.

-- The users and chats that an editor has blocked.
create table blocked (
    id bigint primary key,
    blocked_at bigint not null
);

-- Who has been told that the bot isn't for them, so that they are told once. Kept for 90 days.
create table refused (
    chat_id bigint not null,
    person_id bigint not null,
    told_at bigint not null,
    primary key (chat_id, person_id)
);
