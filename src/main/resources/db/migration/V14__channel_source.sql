-- The groups whose channel's posts become articles.
create table channel_source (
    chat_id bigint primary key
);
