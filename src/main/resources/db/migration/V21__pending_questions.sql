-- What SQLite and PostgreSQL both understand. Times are milliseconds since 1970.

-- Questions without an answer whose askers want to be told when there is one. Kept for verbatim.memory.pending; gone
-- when it is answered.
create table pending_question (
    -- the number of the answer that there is none
    id bigint primary key,
    chat_id bigint not null,
    -- 0 where there are no topics
    topic_id bigint not null,
    person_id bigint not null,
    -- the message that the answer will reply to; 0 when it isn't known any more
    question_id bigint not null,
    asked_at bigint not null,
    question text not null,
    -- of the app of whoever asked, empty when it isn't known
    language text not null,
    -- 1 when an article may answer it that has come or changed since, so that it is to be asked again
    due smallint not null
);
create index pending_question_due on pending_question (due);
create index pending_question_place on pending_question (chat_id, question_id);
create index pending_question_person on pending_question (person_id);
create index pending_question_age on pending_question (asked_at);

-- 1 when the pending questions were compared with this version of the article, or when there is a later one.
alter table article_version add column compared smallint not null default 0;
update article_version set compared = 1;
create index article_version_compared on article_version (compared);
