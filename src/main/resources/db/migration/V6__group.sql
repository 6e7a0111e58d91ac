-- What SQLite and PostgreSQL both understand. Times are milliseconds since 1970. Authors are numbered as in
-- dev.verbatim.group.Author.

-- The groups that have agreed that their messages are kept; nothing of any other is in the tables below.
create table group_consent (
    chat_id bigint primary key,
    given_by varchar(32) not null,
    given_at bigint not null,
    days integer not null
);

-- Whose words are not kept there, whatever the group has agreed to. Outlives the consent, so that turning it off and
-- on again takes nobody's word back.
create table group_opted_out (
    chat_id bigint not null,
    author_id varchar(32) not null,
    primary key (chat_id, author_id)
);

-- What those who wrote are called now; gone with their last message.
create table group_author (
    chat_id bigint not null,
    author_id varchar(32) not null,
    name text not null,
    -- empty when there is none
    username varchar(64) not null,
    primary key (chat_id, author_id)
);

create table group_message (
    chat_id bigint not null,
    -- negative when Telegram has no such number: of before the group became a supergroup, or imported
    message_id bigint not null,
    -- 0 where there are no topics
    topic_id bigint not null,
    author_id varchar(32) not null,
    sent_at bigint not null,
    -- the same until it is edited
    edited_at bigint not null,
    reply_to bigint,
    content text not null,
    -- authors named by a link to them, with blanks between
    mentions text not null,
    -- one a line
    links text not null,
    primary key (chat_id, message_id)
);
create index group_message_author on group_message (chat_id, author_id, message_id);
create index group_message_age on group_message (chat_id, sent_at);

-- When somebody was last told what they missed.
create table group_caught_up (
    chat_id bigint not null,
    topic_id bigint not null,
    author_id varchar(32) not null,
    caught_up_at bigint not null,
    primary key (chat_id, topic_id, author_id)
);
