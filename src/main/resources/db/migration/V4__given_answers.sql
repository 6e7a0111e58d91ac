-- What SQLite and PostgreSQL both understand. Times are milliseconds since 1970, days are days since then.

-- Answers as they were given, for their buttons and for questions that go back to them. Kept for
-- verbatim.memory.answers.
create table given_answer (
    id bigint primary key,
    chat_id bigint not null,
    -- 0 where there are no topics
    topic_id bigint not null,
    person_id bigint not null,
    question_id bigint not null,
    -- our message; null until Telegram has it
    message_id bigint,
    asked_at bigint not null,
    question text not null,
    outcome varchar(16) not null,
    -- the passage that was shown; null when there was none
    article_id text,
    bookmark varchar(64),
    speaker_name text,
    speaker_role text,
    -- what was said before the question, and with the answer; JSON
    context_before text not null,
    context_after text not null
);
create index given_answer_message on given_answer (chat_id, message_id);
create index given_answer_question on given_answer (chat_id, question_id);
create index given_answer_person on given_answer (chat_id, topic_id, person_id, asked_at);
create index given_answer_age on given_answer (asked_at);

-- What people said of an answer: one opinion each. Goes with the answer.
create table feedback (
    answer_id bigint not null,
    person_id bigint not null,
    helpful integer not null,
    primary key (answer_id, person_id)
);

-- Questions that the articles don't answer, without who asked, where, or at what time of the day. Kept for
-- verbatim.memory.unanswered.
create table unanswered (
    wording varchar(200) not null,
    asked_on bigint not null,
    question text not null,
    times integer not null,
    primary key (wording, asked_on)
);
create index unanswered_age on unanswered (asked_on);
