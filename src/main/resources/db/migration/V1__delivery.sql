-- What SQLite and PostgreSQL both understand. Times are milliseconds since 1970.

-- An update's JSON is gone as soon as the update is done; its number stays for some days, so that it is
-- known when it comes again.
create table inbox (
    update_id bigint primary key,
    place bigint not null,
    chat_id bigint not null,
    person_id bigint not null,
    asked_at bigint not null,
    received_at bigint not null,
    attempts integer not null,
    state varchar(8) not null,
    content text
);
create index inbox_waiting on inbox (chat_id, place) where state = 'waiting';
create index inbox_place on inbox (place);
create index inbox_received on inbox (received_at);

-- A call's body is gone as soon as the call is made; its key stays for some days, so that nothing is said twice.
create table outbox (
    place bigint primary key,
    call_key varchar(200) not null unique,
    chat_id bigint not null,
    state varchar(8) not null,
    content text,
    created_at bigint not null,
    message_id bigint
);
create index outbox_waiting on outbox (chat_id, place) where state = 'waiting';
create index outbox_created on outbox (created_at);

-- Chats that don't want us, or are gone; until they write again.
create table closed_chat (
    chat_id bigint primary key,
    closed_at bigint not null,
    reason varchar(500) not null
);

-- Groups that have become supergroups, under another number.
create table moved_chat (
    chat_id bigint primary key,
    to_chat_id bigint not null
);
