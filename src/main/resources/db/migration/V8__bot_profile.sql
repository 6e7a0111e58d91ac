-- Hashes of what Telegram's apps show of a bot, as it was last set: menus and descriptions are set only when they
-- change. The bot is one at one server.
create table bot_profile (
    bot varchar(300) not null,
    setting varchar(300) not null,
    content_hash bigint not null,
    primary key (bot, setting)
);
