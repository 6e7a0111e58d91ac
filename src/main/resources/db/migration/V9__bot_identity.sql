-- Who the bot is, as Telegram last told it, for a start at which it doesn't tell.
create table bot_identity (
    bot varchar(300) primary key,
    account_id bigint not null,
    user_name varchar(64) not null,
    reads_all smallint not null,
    serves_inline smallint not null
);
