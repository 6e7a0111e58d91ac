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

-- When a question was last edited, for the time in which an edit may be on its way. No words.
create table edited_question (
    chat_id bigint not null,
    message_id integer not null,
    edited_at bigint not null,
    primary key (chat_id, message_id)
);
create index edited_question_age on edited_question (edited_at);
