PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO flyway_schema_history VALUES(1,'1','delivery','SQL','V1__delivery.sql',-1793739368,'','2026-11-29 23:01:09.986',61,1);
INSERT INTO flyway_schema_history VALUES(2,'3','settings','SQL','V3__settings.sql',361298545,'','2026-11-29 23:01:10.041',1,1);
INSERT INTO flyway_schema_history VALUES(3,'4','given answers','SQL','V4__given_answers.sql',-1708225158,'','2026-11-29 23:01:10.144',1,1);
INSERT INTO flyway_schema_history VALUES(4,'5','proposals','SQL','V5__proposals.sql',-1412297923,'','2026-11-29 23:01:10.177',0,1);
INSERT INTO flyway_schema_history VALUES(5,'6','group','SQL','V6__group.sql',-1233114370,'','2026-11-29 23:01:10.235',12,1);
INSERT INTO flyway_schema_history VALUES(6,'7','digest','SQL','V7__digest.sql',-687234,'','2026-11-29 23:01:10.286',0,1);
CREATE TABLE inbox (
    update_id bigint primary key,
    place bigint not null,
    chat_id bigint not null,
    person_id bigint not null,
    asked_at bigint not null,
    received_at bigint not null,
    attempts integer not null,
    state varchar(8) not null,
    content text
);
INSERT INTO inbox VALUES(1000,1,7,7,1795993275505,1795993276130,0,'done',NULL);
INSERT INTO inbox VALUES(1001,2,7,7,1795993277000,1795993277126,0,'done',NULL);
INSERT INTO inbox VALUES(1002,3,7,7,1795993277126,1795993277544,0,'done',NULL);
INSERT INTO inbox VALUES(1003,4,7,7,1795993277544,1795993277754,0,'done',NULL);
INSERT INTO inbox VALUES(1004,5,7,7,1795993277754,1795993277815,0,'done',NULL);
INSERT INTO inbox VALUES(1005,6,7,7,1795993277815,1795993278017,0,'done',NULL);
INSERT INTO inbox VALUES(1006,7,7,7,1795993278017,1795993278186,0,'done',NULL);
INSERT INTO inbox VALUES(1007,8,7,7,1795993278312,1795993278312,0,'done',NULL);
INSERT INTO inbox VALUES(1008,9,7,7,1795993279807,1795993279807,0,'done',NULL);
INSERT INTO inbox VALUES(1009,10,7,7,1795993281307,1795993281307,0,'done',NULL);
INSERT INTO inbox VALUES(1010,11,7,7,1795993282809,1795993282809,0,'done',NULL);
INSERT INTO inbox VALUES(1011,12,7,7,1795993284000,1795993284305,0,'done',NULL);
INSERT INTO inbox VALUES(1012,13,7,7,1795993287000,1795993287306,0,'done',NULL);
INSERT INTO inbox VALUES(1013,14,77,77,1795993290000,1795993290308,0,'done',NULL);
INSERT INTO inbox VALUES(1014,15,77,77,1795993293000,1795993293269,0,'done',NULL);
INSERT INTO inbox VALUES(1015,16,-1000000000500,7,1795993293269,1795993293370,0,'done',NULL);
INSERT INTO inbox VALUES(1016,17,-1000000000500,7,1795993293493,1795993293493,0,'done',NULL);
INSERT INTO inbox VALUES(1017,18,-1000000000500,7,1795993293493,1795993295510,0,'done',NULL);
INSERT INTO inbox VALUES(1018,19,-1000000000500,8,1795993293493,1795993295510,0,'done',NULL);
INSERT INTO inbox VALUES(1019,20,-1000000000500,9,1795993293493,1795993295510,0,'done',NULL);
INSERT INTO inbox VALUES(1020,21,-1000000000500,7,1795993293493,1795993295510,0,'done',NULL);
INSERT INTO inbox VALUES(1021,22,-1000000000500,8,1795993293493,1795993295510,0,'done',NULL);
INSERT INTO inbox VALUES(1022,23,-1000000000500,7,1795993293493,1795993295510,0,'done',NULL);
INSERT INTO inbox VALUES(1023,24,-1000000000500,9,1795993297000,1795993297497,0,'done',NULL);
INSERT INTO inbox VALUES(1025,25,-1000000000500,7,1795993298000,1795993298581,0,'done',NULL);
INSERT INTO inbox VALUES(1026,26,-1000000000500,7,1795993298581,1795993298677,0,'done',NULL);
INSERT INTO inbox VALUES(1027,27,-1000000000500,7,1795993300000,1795993300305,0,'done',NULL);
INSERT INTO inbox VALUES(1028,28,7,7,1795993300305,1795993300497,0,'done',NULL);
INSERT INTO inbox VALUES(1029,29,-1000000000500,7,1795993300715,1795993300715,0,'done',NULL);
INSERT INTO inbox VALUES(1030,30,-1000000000500,7,1795993302000,1795993302709,0,'done',NULL);
INSERT INTO inbox VALUES(1031,31,8,8,1795993302709,1795993302783,0,'done',NULL);
INSERT INTO inbox VALUES(1032,32,8,8,1795993302783,1795993303017,0,'waiting','{"update_id":1032,"message":{"message_id":44,"date":1795993302,"chat":{"id":8,"type":"private","first_name":"Ben","username":"ben"},"from":{"id":8,"is_bot":false,"first_name":"Ben","username":"ben","language_code":"en"},"text":"Where did the allies gather?"}}');
CREATE TABLE outbox (
    place bigint primary key,
    call_key varchar(200) not null unique,
    chat_id bigint not null,
    state varchar(8) not null,
    content text,
    created_at bigint not null,
    message_id bigint
);
INSERT INTO outbox VALUES(1,'update/1000/0',7,'sent',NULL,1795993277090,2);
INSERT INTO outbox VALUES(2,'update/1001/0',7,'sent',NULL,1795993277487,4);
INSERT INTO outbox VALUES(3,'update/1002/0',7,'sent',NULL,1795993277693,6);
INSERT INTO outbox VALUES(4,'update/1003/0',7,'sent',NULL,1795993277765,8);
INSERT INTO outbox VALUES(5,'update/1004/0',7,'sent',NULL,1795993277945,10);
INSERT INTO outbox VALUES(6,'update/1005/0',7,'sent',NULL,1795993278129,12);
INSERT INTO outbox VALUES(7,'update/1006/0',7,'sent',NULL,1795993278207,14);
INSERT INTO outbox VALUES(8,'update/1007/0',7,'sent',NULL,1795993278355,14);
INSERT INTO outbox VALUES(9,'update/1008/0',7,'sent',NULL,1795993279825,14);
INSERT INTO outbox VALUES(10,'update/1009/0',7,'sent',NULL,1795993281550,14);
INSERT INTO outbox VALUES(11,'update/1010/0',7,'sent',NULL,1795993282840,14);
INSERT INTO outbox VALUES(12,'update/1011/0',7,'sent',NULL,1795993284526,16);
INSERT INTO outbox VALUES(13,'update/1012/0',7,'sent',NULL,1795993287792,16);
INSERT INTO outbox VALUES(14,'update/1013/0',77,'sent',NULL,1795993293210,18);
INSERT INTO outbox VALUES(15,'update/1014/0',77,'sent',NULL,1795993293310,20);
INSERT INTO outbox VALUES(16,'update/1015/0',-1000000000500,'sent',NULL,1795993293433,21);
INSERT INTO outbox VALUES(17,'update/1016/0',-1000000000500,'sent',NULL,1795993293648,22);
INSERT INTO outbox VALUES(18,'update/1023/0',-1000000000500,'sent',NULL,1795993297512,30);
INSERT INTO outbox VALUES(19,'update/1025/0',-1000000000500,'sent',NULL,1795993298605,33);
INSERT INTO outbox VALUES(20,'update/1026/0',-1000000000500,'sent',NULL,1795993300230,35);
INSERT INTO outbox VALUES(21,'update/1027/0',-1000000000500,'sent',NULL,1795993300433,37);
INSERT INTO outbox VALUES(22,'update/1028/0',7,'sent',NULL,1795993300657,39);
INSERT INTO outbox VALUES(23,'update/1029/0',7,'sent',NULL,1795993301187,40);
INSERT INTO outbox VALUES(24,'update/1030/0',-1000000000500,'sent',NULL,1795993302724,42);
INSERT INTO outbox VALUES(25,'update/1031/0',8,'waiting','{"method":"sendmessage","body":{"chat_id":"8","text":"“What we know is that there’s a lot of loose talk right now about the use of Russia’s nuclear arsenal. We obviously find this kind of talk deeply disturbing and dangerous,” she said, adding that they had informed the Russians “quite directly that any use of nuclear weapons would be faced with unprecedented consequences.”\n— Julianne Smith, US ambassador to NATO\nNATO allies set to boost military support to Ukraine at two-day meeting · Euronews · October 12, 2022 · ¶18","reply_markup":{"inline_keyboard":[[{"text":"Context","callback_data":"around rufwfb11w0r8"},{"text":"Other passages","callback_data":"passage rufwfb11w0r8 1"}],[{"text":"Copy citation","copy_text":{"text":"NATO allies set to boost military support to Ukraine at two-day meeting · Euronews · October 12, 2022 · ¶18\nt.me/verbatim_check_bot?start=AbXFC847Dga5IFZsiKwsPhgj6M2SAAAAEgAAAAAAAAFC"}},{"text":"Share","switch_inline_query":"What did Julianne Smith say about loose talk?"}],[{"text":"This answers it","callback_data":"answers rufwfb11w0r8"},{"text":"It doesn’t","callback_data":"answers-not rufwfb11w0r8"}]]},"entities":[{"type":"blockquote","offset":0,"length":322},{"type":"bold","offset":0,"length":322}],"link_preview_options":{"is_disabled":true},"reply_parameters":{"message_id":43,"allow_sending_without_reply":true,"quote_entities":[]}},"notice":{"receipt":"answer","note":"3665085631280873684"},"otherwise":{"method":"sendmessage","body":{"chat_id":"8","text":"Sorry, something went wrong on my side and I could not answer. Please ask again in a moment.","entities":[],"link_preview_options":{"is_disabled":true}}}}',1795993302956,NULL);
CREATE TABLE closed_chat (
    chat_id bigint primary key,
    closed_at bigint not null,
    reason varchar(500) not null
);
CREATE TABLE moved_chat (
    chat_id bigint primary key,
    to_chat_id bigint not null
);
CREATE TABLE chat_settings (
    chat_id bigint primary key,
    language varchar(8) not null,
    answer_length varchar(8) not null
);
INSERT INTO chat_settings VALUES(7,'de','short');
CREATE TABLE chat_article (
    chat_id bigint not null,
    article_id varchar(300) not null,
    primary key (chat_id, article_id)
);
CREATE TABLE edited_question (
    chat_id bigint not null,
    message_id integer not null,
    edited_at bigint not null,
    primary key (chat_id, message_id)
);
INSERT INTO edited_question VALUES(7,15,1795993287000);
CREATE TABLE given_answer (
    id bigint primary key,
    chat_id bigint not null,
    -- 0 where there are no topics
    topic_id bigint not null,
    person_id bigint not null,
    question_id bigint not null,
    -- our message; null until Telegram has it
    message_id bigint,
    asked_at bigint not null,
    question text not null,
    outcome varchar(16) not null,
    -- the passage that was shown; null when there was none
    article_id text,
    bookmark varchar(64),
    speaker_name text,
    speaker_role text,
    -- what was said before the question, and with the answer; JSON
    context_before text not null,
    context_after text not null
);
INSERT INTO given_answer VALUES(6813360225289170595,7,0,7,1,2,1795993277006,'What did Julianne Smith say about loose talk?','ANSWERED','nato-allies-two-day-meeting','AbXFC847Dga5IFZsiKwsPhgj6M2SAAAAEgAAAAAAAAFC','Julianne Smith','US ambassador to NATO','{"question":"","shown":[]}','{"question":"What did Julianne Smith say about loose talk?","shown":[{"articleId":"nato-allies-two-day-meeting","fingerprint":-1978873153,"emphasis":{"start":0,"end":322}}]}');
INSERT INTO given_answer VALUES(714030636238464554,7,0,7,3,4,1795993277481,'Who won the football world cup in 1990?','ABSTAINED',NULL,NULL,NULL,NULL,'{"question":"What did Julianne Smith say about loose talk?","shown":[{"articleId":"nato-allies-two-day-meeting","fingerprint":-1978873153,"emphasis":{"start":0,"end":322}}]}','{"question":"Who won the football world cup in 1990?","shown":[]}');
INSERT INTO given_answer VALUES(566107435750268253,7,0,7,5,6,1795993277690,'Where did the allies gather?','ANSWERED','nato-allies-two-day-meeting','AbXFC847Dga5IFZsiKwsPhgZpKDkAAAAAQAAAAAAAAC5',NULL,NULL,'{"question":"Who won the football world cup in 1990?","shown":[]}','{"question":"Where did the allies gather?","shown":[{"articleId":"nato-allies-two-day-meeting","fingerprint":-1587320771,"emphasis":{"start":0,"end":185}}]}');
INSERT INTO given_answer VALUES(7669622220185835913,7,0,7,15,16,1795993287747,'What did Julianne Smith say?','ANSWERED','nato-allies-two-day-meeting','AbXFC847Dga5IFZsiKwsPhgmgKHpAAAACwAAAAAAAAB6','Julianne Smith','US ambassador to NATO','{"question":"Where did the allies gather?","shown":[{"articleId":"nato-allies-two-day-meeting","fingerprint":-1587320771,"emphasis":{"start":0,"end":185}}]}','{"question":"What did Julianne Smith say?","shown":[{"articleId":"nato-allies-two-day-meeting","fingerprint":363611110,"emphasis":{"start":0,"end":122}}]}');
INSERT INTO given_answer VALUES(8238438584424802843,-1000000000500,0,7,36,37,1795993300427,'What did Julianne Smith say?','ANSWERED','nato-allies-two-day-meeting','AbXFC847Dga5IFZsiKwsPhgmgKHpAAAACwAAAAAAAAB6','Julianne Smith','US ambassador to NATO','{"question":"","shown":[]}','{"question":"What did Julianne Smith say?","shown":[{"articleId":"nato-allies-two-day-meeting","fingerprint":363611110,"emphasis":{"start":0,"end":122}}]}');
INSERT INTO given_answer VALUES(3665085631280873684,8,0,8,43,NULL,1795993302948,'What did Julianne Smith say about loose talk?','ANSWERED','nato-allies-two-day-meeting','AbXFC847Dga5IFZsiKwsPhgj6M2SAAAAEgAAAAAAAAFC','Julianne Smith','US ambassador to NATO','{"question":"","shown":[]}','{"question":"What did Julianne Smith say about loose talk?","shown":[{"articleId":"nato-allies-two-day-meeting","fingerprint":-1978873153,"emphasis":{"start":0,"end":322}}]}');
CREATE TABLE feedback (
    answer_id bigint not null,
    person_id bigint not null,
    helpful integer not null,
    primary key (answer_id, person_id)
);
CREATE TABLE unanswered (
    wording varchar(200) not null,
    asked_on bigint not null,
    question text not null,
    times integer not null,
    primary key (wording, asked_on)
);
INSERT INTO unanswered VALUES('who won the football world cup in 1990',20786,'Who won the football world cup in 1990?',1);
CREATE TABLE proposal (
    id bigint primary key,
    chat_id bigint not null,
    proposed_at bigint not null,
    kind varchar(16) not null,
    -- of the file, or of the article
    name text not null,
    -- the words, the file's number at Telegram, or the article's title
    content text not null
);
INSERT INTO proposal VALUES(2172088784645411976,77,1795993293292,'LEAVING','nato-allies-two-day-meeting','NATO allies set to boost military support to Ukraine at two-day meeting');
CREATE TABLE group_consent (
    chat_id bigint primary key,
    given_by text not null,
    given_at bigint not null,
    days integer not null
);
INSERT INTO group_consent VALUES(-1000000000500,'user7',1795993293642,7);
CREATE TABLE group_opted_out (
    chat_id bigint not null,
    author_id text not null,
    primary key (chat_id, author_id)
);
INSERT INTO group_opted_out VALUES(-1000000000500,'user9');
CREATE TABLE group_author (
    chat_id bigint not null,
    author_id text not null,
    name text not null,
    -- empty when there is none
    username text not null,
    primary key (chat_id, author_id)
);
INSERT INTO group_author VALUES(-1000000000500,'user7','Ann','ann');
INSERT INTO group_author VALUES(-1000000000500,'user8','Ben','ben');
CREATE TABLE group_message (
    chat_id bigint not null,
    -- negative when Telegram has no such number: of before the group became a supergroup, or imported
    message_id bigint not null,
    -- 0 where there are no topics
    topic_id bigint not null,
    author_id text not null,
    sent_at bigint not null,
    -- the same until it is edited
    edited_at bigint not null,
    reply_to bigint,
    content text not null,
    -- authors named by a link to them, with blanks between
    mentions text not null,
    -- one a line
    links text not null,
    primary key (chat_id, message_id)
);
INSERT INTO group_message VALUES(-1000000000500,23,0,'user7',1795990295000,1795990295000,NULL,'Shall we meet on Thursday at the harbour?','','');
INSERT INTO group_message VALUES(-1000000000500,24,0,'user8',1795990355000,1795990355000,NULL,'Thursday is fine, I will bring the tickets.','','');
INSERT INTO group_message VALUES(-1000000000500,26,0,'user7',1795990475000,1795990475000,NULL,'Then let us meet on Friday at noon: https://example.org/harbour','','https://example.org/harbour');
INSERT INTO group_message VALUES(-1000000000500,27,0,'user8',1795990535000,1795990535000,NULL,'Agreed, Friday at noon.','','');
INSERT INTO group_message VALUES(-1000000000500,28,0,'user7',1795990595000,1795990595000,NULL,'Who brings the map?','','');
INSERT INTO group_message VALUES(-1000000000500,36,0,'user7',1795993300000,1795993300000,NULL,'@verbatim_check_bot What did Julianne Smith say?','','');
CREATE TABLE group_caught_up (
    chat_id bigint not null,
    topic_id bigint not null,
    author_id text not null,
    caught_up_at bigint not null,
    primary key (chat_id, topic_id, author_id)
);
INSERT INTO group_caught_up VALUES(-1000000000500,-1,'channel500',1795993300229);
INSERT INTO group_caught_up VALUES(-1000000000500,-1,'user7',1795993301186);
CREATE TABLE catchup_view (
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
INSERT INTO catchup_view VALUES(7783612751863253568,-1000000000500,-1000000000500,NULL,23,28,1795993300229);
INSERT INTO catchup_view VALUES(8766230944350248236,7,-1000000000500,NULL,23,28,1795993301186);
CREATE TABLE chat_time_zone (
    chat_id bigint primary key,
    zone varchar(64) not null
);
INSERT INTO chat_time_zone VALUES(-1000000000500,'UTC');
CREATE TABLE digest (
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
INSERT INTO digest VALUES(-1000000000500,0,'18:00','en',1796061600000,20787,NULL,NULL,1795993298591);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX inbox_waiting on inbox (chat_id, place) where state = 'waiting';
CREATE INDEX inbox_place on inbox (place);
CREATE INDEX inbox_received on inbox (received_at);
CREATE INDEX outbox_waiting on outbox (chat_id, place) where state = 'waiting';
CREATE INDEX outbox_created on outbox (created_at);
CREATE INDEX edited_question_age on edited_question (edited_at);
CREATE INDEX given_answer_message on given_answer (chat_id, message_id);
CREATE INDEX given_answer_question on given_answer (chat_id, question_id);
CREATE INDEX given_answer_person on given_answer (chat_id, topic_id, person_id, asked_at);
CREATE INDEX given_answer_age on given_answer (asked_at);
CREATE INDEX unanswered_age on unanswered (asked_on);
CREATE INDEX proposal_age on proposal (proposed_at);
CREATE INDEX group_message_author on group_message (chat_id, author_id, message_id);
CREATE INDEX group_message_age on group_message (chat_id, sent_at);
CREATE INDEX catchup_view_age on catchup_view (made_at);
CREATE INDEX catchup_view_group on catchup_view (group_id);
CREATE INDEX digest_due on digest (due_at);
COMMIT;
