-- What SQLite and PostgreSQL both understand.

-- That a message without words is a picture, a file or a voice message, which a catch-up counts: PICTURE, FILE, VOICE,
-- or empty. Nothing else of it is kept.
alter table group_message add column media varchar(16) not null default '';
