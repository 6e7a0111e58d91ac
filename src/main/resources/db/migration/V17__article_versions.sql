-- What SQLite and PostgreSQL both understand. Times are milliseconds since 1970.

-- When each version of an article was served first, without its words. Kept for verbatim.memory.versions, the
-- current one for as long as the article is served.
create table article_version (
    -- a hash of the article's id, and one of its text
    article_hash bigint not null,
    text_hash bigint not null,
    served_at bigint not null,
    primary key (article_hash, text_hash)
);
create index article_version_age on article_version (served_at);

-- The paragraphs that a version had and a later one hasn't, for citations of them. Kept for
-- verbatim.memory.versions; gone with the article.
create table replaced_paragraph (
    article_hash bigint not null,
    -- 32 bits of the hash of its words
    words_hash integer not null,
    words text not null,
    replaced_at bigint not null,
    primary key (article_hash, words_hash)
);
create index replaced_paragraph_age on replaced_paragraph (replaced_at);
