-- What several instances on one PostgreSQL share. Times are milliseconds since 1970, by the database's clock.

-- Which instance works; the others stand by. The token grows with each take-over.
create table lease (
    name varchar(64) primary key,
    owner varchar(300) not null,
    token bigint not null,
    held_until bigint not null
);
insert into lease (name, owner, token, held_until) values ('work', '', 0, 0);

-- What Telegram says with every update, where the settings don't say it: the same to all instances.
create table webhook_secret (
    bot varchar(300) primary key,
    secret varchar(256) not null
);

-- The files of content/, as they were last seen in the folder of some instance. What was deleted keeps its row, with the
-- hash that it had, so that a folder that still has it knows.
create table content_file (
    name varchar(1000) primary key,
    version bigint not null,
    content_hash varchar(64) not null,
    content bytea
);
