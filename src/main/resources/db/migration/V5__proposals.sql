-- What SQLite and PostgreSQL both understand. Times are milliseconds since 1970.

-- What an editor has been asked about and hasn't answered yet, so that the buttons work after a restart. Kept for
-- a day, or until it is answered.
create table proposal (
    id bigint primary key,
    chat_id bigint not null,
    proposed_at bigint not null,
    kind varchar(16) not null,
    -- of the file, or of the article
    name text not null,
    -- the words, the file's number at Telegram, or the article's title
    content text not null
);
create index proposal_age on proposal (proposed_at);
