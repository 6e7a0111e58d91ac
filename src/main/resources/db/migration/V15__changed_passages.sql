-- The language of whoever asked, empty when it isn't known; and whether the chat was told that the passage has changed.
alter table given_answer add column language varchar(8) not null default '';
alter table given_answer add column change_told smallint not null default 0;
create index given_answer_article on given_answer (article_id);
