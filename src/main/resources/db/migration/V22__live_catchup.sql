-- What SQLite and PostgreSQL both understand. Times are milliseconds since 1970.

-- The catch-ups that are edited as the talk goes on: one for a group, or one for each topic that has one. No words: the
-- message is Telegram's.
create table live_catchup (
    chat_id bigint not null,
    -- of a message in it; 0 for none and for the general one, -1 for all topics
    topic_id bigint not null,
    language varchar(8) not null,
    -- of the day's buttons, in catchup_view
    view_id bigint not null,
    -- the day that it is of, in the group's zone, since 1970
    day bigint not null,
    -- 0 as long as there is none
    message_id integer not null,
    -- NO, YES, or REFUSED when the bot may not
    pinned varchar(8) not null,
    -- when the message was written or edited last; 0 for never
    written_at bigint not null,
    -- how often it could not be posted, which makes each try another one
    failures integer not null,
    primary key (chat_id, topic_id)
);
