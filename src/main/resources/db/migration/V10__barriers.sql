-- Why nothing goes to a chat: CLOSED, or MUTED where the bot is in the group and may not write.
alter table closed_chat add column barrier varchar(16) not null default 'CLOSED';
