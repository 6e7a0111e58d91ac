-- What SQLite and PostgreSQL both understand. Times are milliseconds since 1970.

-- What is known of each feed in the settings.
create table feed (
    address varchar(2000) primary key,
    -- the folder of its articles; empty before it was read for the first time
    name varchar(200) not null,
    -- what tells the site which version is known
    entity_tag text,
    last_modified text,
    -- of the last time it was asked, and of the last time it could be read; 0 for never
    asked_at bigint not null,
    read_at bigint not null,
    due_at bigint not null,
    -- how often in a row it could not be read, and why
    failures integer not null,
    problem text not null
);

-- The items of feeds that were filed, or given up.
create table feed_item (
    feed varchar(2000) not null,
    -- a hash of the item's id
    item_key varchar(64) not null,
    -- in the content folder; empty when there is no file (any more)
    path text not null,
    -- a hash of what the feed says of it, which changes when the publisher corrects it
    fingerprint varchar(64) not null,
    filed_at bigint not null,
    failures integer not null,
    primary key (feed, item_key)
);
create index feed_item_age on feed_item (filed_at);

-- What is announced to whom: a chat without rows has subscribed to nothing. No words: every article.
create table subscription (
    chat_id bigint not null,
    words varchar(200) not null,
    -- 0 for no topic
    topic_id integer not null,
    language varchar(8) not null,
    created_at bigint not null,
    primary key (chat_id, words)
);

-- What is still to be announced, and what was (its day counts for the chat's budget), so that nothing is twice.
create table announcement (
    chat_id bigint not null,
    article_id varchar(300) not null,
    found_at bigint not null,
    -- 0 as long as it waits
    sent_at bigint not null,
    primary key (chat_id, article_id)
);
create index announcement_age on announcement (found_at);
