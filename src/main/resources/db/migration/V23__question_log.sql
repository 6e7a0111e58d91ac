-- What SQLite and PostgreSQL both understand. Days are days since 1970.

-- Questions with what they were answered, to ask them again. Without who asked, where, or at what time of the day. Kept for
-- verbatim.memory.questions; nothing is kept by default.
create table question_log (
    -- in the order in which they were asked
    number bigint primary key,
    asked_on bigint not null,
    question text not null,
    -- 1 when a passage was shown as the answer
    answered smallint not null,
    confidence double precision not null,
    -- the passage that was shown as the answer, or came closest; empty when there was none
    article_id text not null,
    -- counted from 1
    paragraph integer not null,
    -- a hash of the passage's words
    words_hash bigint not null
);
create index question_log_age on question_log (asked_on);
