-- What SQLite and PostgreSQL both understand. Times are milliseconds since 1970.

-- The catch-ups that were shown, so that their buttons work after a restart: where and of which messages, none of
-- their words. Kept for a month.
create table catchup_view (
    id bigint primary key,
    -- where it is shown: the group itself, or somebody's private chat
    chat_id bigint not null,
    group_id bigint not null,
    -- null for all topics
    topic_id bigint,
    first_message bigint not null,
    last_message bigint not null,
    made_at bigint not null
);
create index catchup_view_age on catchup_view (made_at);
create index catchup_view_group on catchup_view (group_id);

-- Where a group's clocks are; a group without a row has the time zone of the settings.
create table chat_time_zone (
    chat_id bigint primary key,
    zone varchar(64) not null
);

-- The groups that get a catch-up every day.
create table digest (
    chat_id bigint primary key,
    -- where it is posted; 0 for no topic
    topic_id integer not null,
    -- 18:00
    time_of_day varchar(5) not null,
    -- of whoever has set it up
    language varchar(8) not null,
    -- the next time, and the day of the group's calendar that it belongs to
    due_at bigint not null,
    due_day bigint not null,
    -- the day of the last time; no two are of the same day
    last_day bigint,
    -- what was told already: up to this message, or when that isn't known, up to this time
    told_message bigint,
    told_until bigint not null
);
create index digest_due on digest (due_at);
