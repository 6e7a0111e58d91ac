-- Times are milliseconds since 1970.

-- How a chat wants to be answered; a chat without a row has changed nothing. An empty language is the reader's own.
create table chat_settings (
    chat_id bigint primary key,
    language varchar(8) not null,
    answer_length varchar(8) not null
);

-- The articles a chat is answered from; a chat without rows is answered from all.
create table chat_article (
    chat_id bigint not null,
    article_id varchar(300) not null,
    primary key (chat_id, article_id)
);

-- Which message of ours replies to which, for the time in which a question may be edited. No words.
create table answered_question (
    chat_id bigint not null,
    question_id integer not null,
    -- null until Telegram has said its number
    reply_id integer,
    -- of the newest version of the question that we have seen, 0 for the first
    edited_at bigint not null,
    kept_since bigint not null,
    primary key (chat_id, question_id)
);
create index answered_question_age on answered_question (kept_since);
