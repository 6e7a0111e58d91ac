package dev.verbatim.telegram.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.update.Incoming.RepliedTo;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateDecoderTest {

    private static final String ANN =
            "\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"Ann\",\"language_code\":\"de-AT\"}";
    private static final String US =
            "{\"id\":1,\"is_bot\":true,\"first_name\":\"Bot\",\"username\":\"a_bot\"}";
    private static final String IN_GROUP =
            ",\"chat\":{\"id\":-5,\"type\":\"supergroup\",\"title\":\"G\"}}";
    private static final String BEN = "{\"id\":8,\"is_bot\":false,\"first_name\":\"Ben\"}";
    private static final String REPLY_TO_US =
            "\"reply_to_message\":{\"message_id\":90,\"date\":1,\"text\":\"An answer.\",\"from\":"
                    + US
                    + IN_GROUP;
    private static final String REPLY_TO_BEN =
            "\"reply_to_message\":{\"message_id\":90,\"date\":1,\"text\":\"How many came?\",\"from\":"
                    + BEN
                    + IN_GROUP;
    private static final String REPLY_TO_WHAT_BEN_SENT_THROUGH_US =
            "\"reply_to_message\":{\"message_id\":90,\"date\":1,\"text\":\"An answer.\",\"via_bot\":"
                    + US
                    + ",\"from\":"
                    + BEN
                    + IN_GROUP;
    private static final String FORWARDED =
            "\"forward_origin\":{\"type\":\"hidden_user\",\"date\":1,\"sender_user_name\":\"Ben\"}";
    private static final MessageContext GROUP =
            new MessageContext(
                    -5, 101, null, Locale.forLanguageTag("de-AT"), 7, ChatKind.SUPERGROUP);
    private static final BotIdentity ME = new BotIdentity(1, "a_bot", false, true);
    private static final MessageContext ORIGIN =
            new MessageContext(7, 101, null, Locale.forLanguageTag("de-AT"), 7, ChatKind.PRIVATE);

    @Test
    void textIsAQuestion() {
        assertThat(message("\"text\":\"Who met in Brussels?\""))
                .isEqualTo(new Incoming.Asked(ORIGIN, "Who met in Brussels?", null));
    }

    @Test
    void captionIsAQuestion() {
        assertThat(message("\"photo\":[],\"caption\":\"Who is this?\""))
                .isEqualTo(new Incoming.Asked(ORIGIN, "Who is this?", null));
    }

    @ParameterizedTest
    @CsvSource({
        "/start,START,''",
        "/start abc_-123,START,abc_-123",
        "/START,START,''",
        "/help@a_bot,HELP,''",
        "' /articles ',ARTICLES,''",
        "/artciles,UNKNOWN,''",
        "/start\tx y,START,x y",
        "/unknown,UNKNOWN,''"
    })
    void slashAndWordAreACommand(String text, Command command, String payload) {
        assertThat(message("\"text\":\"" + text.replace("\t", "\\t") + "\""))
                .isEqualTo(new Incoming.Commanded(ORIGIN, command, payload, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ask\\nWho came?",
                "/ASK Who came?",
                "/ask: Who came?",
                "/ask, Who came?",
                "/ask@a_bot: Who came?",
                "/ask\u00a0Who came?",
                "/ask\u3000Who came?",
                "/ask\u200b Who came?",
                "\u200e/ask Who came?",
                "/ask \u202eWho came?"
            })
    void commandIsWhatTelegramMarksAsOne(String text) {
        assertThat(message("\"text\":\"" + text + "\""))
                .isEqualTo(new Incoming.Asked(ORIGIN, "Who came?", null));
        assertThat(inGroup("\"text\":\"" + text + "\""))
                .isEqualTo(new Incoming.Asked(GROUP, "Who came?", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ask?", "/ask@a_bot?", "/ask:", "/ask \u200b"})
    void commandWithoutWordsAsksNothing(String text) {
        assertThat(inGroup("\"text\":\"" + text + "\""))
                .isEqualTo(new Incoming.Commanded(GROUP, Command.ASK, "", null));
    }

    @Test
    void askInTheMiddleOfAMessageAsksWhatComesAfterIt() {
        String text =
                "\"text\":\"hey /ask@a_bot Who came?\",\"entities\":[{\"type\":\"bot_command\","
                        + "\"offset\":4,\"length\":10}]";

        assertThat(inGroup(text)).isEqualTo(new Incoming.Asked(GROUP, "Who came?", null, true));
        assertThat(message(text)).isEqualTo(new Incoming.Asked(ORIGIN, "Who came?", null));
        assertThat(inGroup(text.replace("@a_bot", "@b_bot"))).isInstanceOf(Incoming.Ignored.class);
    }

    @Test
    void commandInCodeIsShownAndNotGiven() {
        assertThat(
                        message(
                                "\"text\":\"/start now\",\"entities\":[{\"type\":\"code\","
                                        + "\"offset\":0,\"length\":10}]"))
                .isEqualTo(new Incoming.Asked(ORIGIN, "/start now", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"photo\":[]",
                "\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\"}",
                "\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\"},\"animation\":{\"file_id\":"
                        + "\"f\",\"file_unique_id\":\"u\",\"duration\":1,\"width\":1,\"height\":1}",
                "\"voice\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"duration\":1}",
                "\"something_new\":{\"a\":1}"
            })
    void captionOfEveryMediumIsItsText(String medium) {
        assertThat(message(medium + ",\"caption\":\"Who came?\""))
                .isEqualTo(new Incoming.Asked(ORIGIN, "Who came?", null));
        assertThat(message(medium + ",\"caption\":\"/ask Who came?\""))
                .isEqualTo(new Incoming.Asked(ORIGIN, "Who came?", null));
        assertThat(message(medium + ",\"caption\":\"/help\""))
                .isEqualTo(new Incoming.Commanded(ORIGIN, Command.HELP, "", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/hosts", "/", "/ start", "what is /start?", "//", "/ärger"})
    void slashAloneIsNoCommand(String text) {
        assertThat(message("\"text\":\"" + text + "\""))
                .isEqualTo(new Incoming.Asked(ORIGIN, text, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sticker\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"type\":\"regular\","
                        + "\"width\":1,\"height\":1,\"is_animated\":false,\"is_video\":false}",
                "\"photo\":[{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"width\":1,\"height\":1}]",
                "\"text\":\"  \"",
                "\"location\":{\"longitude\":1.0,\"latitude\":2.0}",
                "\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_name\":\"a.md\"}",
                "\"gift\":{\"gift\":{\"id\":\"1\"}}",
                "\"live_photo\":{\"file_id\":\"f\"}",
                "\"something_new\":{\"a\":1}"
            })
    void messageWithoutWordsIsChatOfWhateverKind(String content) {
        assertThat(message(content)).isEqualTo(new Incoming.Chatted(ORIGIN, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"voice\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"duration\":1}",
                "\"video_note\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"duration\":1,\"length\":1}"
            })
    void voiceMessageIsSpoken(String content) {
        assertThat(message(content)).isEqualTo(new Incoming.Chatted(ORIGIN, true));
        assertThat(inGroup(content + "," + REPLY_TO_US))
                .isEqualTo(new Incoming.Chatted(GROUP, true));
        assertThat(inGroup(content)).isInstanceOf(Incoming.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"message_auto_delete_timer_changed\":{\"message_auto_delete_time\":60}",
                "\"forum_topic_created\":{\"name\":\"T\",\"icon_color\":1}",
                "\"new_chat_title\":\"T\"",
                "\"delete_chat_photo\":true",
                "\"write_access_allowed\":{}",
                "\"pinned_message\":{\"message_id\":90,\"date\":1,\"chat\":{\"id\":7,\"type\":\"private\"}}"
            })
    void ignoresServiceMessages(String content) {
        assertThat(message(content)).isInstanceOf(Incoming.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"update_id\":1}",
                "{\"update_id\":1,\"a_new_kind\":{\"text\":\"x\"}}",
                "{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1,\"text\":\"x\","
                        + "\"chat\":{\"id\":-5,\"type\":\"supergroup\",\"title\":\"G\"}}}",
                "{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1,"
                        + "\"chat\":{\"id\":-5,\"type\":\"group\",\"title\":\"G\"},"
                        + "\"new_chat_members\":[{\"id\":9,\"is_bot\":true,\"first_name\":\"B\"}]}}",
                "{\"update_id\":1,\"channel_post\":{\"message_id\":1,\"date\":1,\"text\":\"x\","
                        + "\"chat\":{\"id\":-5,\"type\":\"channel\",\"title\":\"C\"}}}",
                "{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1,\"text\":\"x\","
                        + "\"from\":{\"id\":9,\"is_bot\":true,\"first_name\":\"B\"},"
                        + "\"chat\":{\"id\":9,\"type\":\"private\"}}}",
                "{\"update_id\":1,\"callback_query\":{\"id\":\"q\",\"chat_instance\":\"1\","
                        + "\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"Ann\"}}}"
            })
    void ignoresUpdatesThatAreNotForTheBot(String update) {
        assertThat(decoded(update)).isInstanceOf(Incoming.Ignored.class);
    }

    @Test
    void buttonBringsTheQuestionThatItsMessageRepliedTo() {
        var pressed =
                press(
                        "nearest",
                        "\"date\":1,\"reply_to_message\":{\"message_id\":100,\"date\":1,"
                                + "\"text\":\"Who?\",\"chat\":{\"id\":7,\"type\":\"private\"}}");

        assertThat(pressed)
                .isEqualTo(
                        new Incoming.Pressed(
                                ORIGIN, "q", new CallbackData.ShowNearest(), "Who?", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"date\":1", "\"date\":0"})
    void buttonOfADeletedMessageBringsNoQuestion(String message) {
        assertThat(press("articles 2", message))
                .isEqualTo(
                        new Incoming.Pressed(
                                ORIGIN, "q", new CallbackData.ArticlesPage(2), null, false));
    }

    @Test
    void keepsTheTopic() {
        var incoming =
                (Incoming.Asked)
                        message("\"text\":\"x\",\"message_thread_id\":5,\"is_topic_message\":true");

        assertThat(incoming.context().topicId()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ask who came?                 | who came?",
                "/ask@a_bot who came?           | who came?",
                "/ASK@A_BOT who came?           | who came?",
                "@a_bot who came?               | who came?",
                "@A_Bot, who came?              | who came?",
                "Hello @a_bot, who came?        | Hello, who came?",
                "who came, @a_bot               | who came",
                "who came @a_bot?               | who came?",
                "@a_bot /ask who came?          | who came?",
                "/ask @a_bot who came?          | who came?",
                "😀 @a_bot who came? 😀           | 😀 who came? 😀",
                "@a_bot @a_bot who came?        | who came?",
            })
    void removesTheBotsNameFromAGroupQuestion(String text, String question) {
        assertThat(written(text)).isEqualTo(new Incoming.Asked(GROUP, question, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "who came?",
                "@another_bot who came?",
                "/ask@another_bot who came?",
                "/help@another_bot",
                "@a_botany who came?",
                "a_bot who came?",
                "mail x@a_bot.org",
                "/weather",
                "/stats",
                "/etc/hosts"
            })
    void ignoresGroupMessagesNotAddressedToTheBot(String text) {
        assertThat(written(text)).isInstanceOf(Incoming.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/help,HELP",
        "/help@a_bot,HELP",
        "/settings,SETTINGS",
        "/stats@a_bot,STATS",
        "/weather@a_bot,UNKNOWN",
        "@a_bot /weather,UNKNOWN",
        "/ask,ASK",
        "@a_bot,ASK"
    })
    void takesGroupCommandsThatAreKnownOrNameTheBot(String text, Command command) {
        assertThat(written(text)).isEqualTo(new Incoming.Commanded(GROUP, command, "", null));
    }

    @Test
    void nameWithoutAnEntityIsNoMention() {
        assertThat(inGroup("\"text\":\"@a_bot who came?\"")).isInstanceOf(Incoming.Ignored.class);
    }

    @Test
    void textMentionOfTheBotIsAMention() {
        var incoming =
                inGroup(
                        "\"text\":\"Bot, who came?\",\"entities\":[{\"type\":\"text_mention\","
                                + "\"offset\":0,\"length\":3,\"user\":"
                                + US
                                + "}]");

        assertThat(incoming).isEqualTo(new Incoming.Asked(GROUP, "who came?", null));
    }

    @Test
    void mentionInACaptionCounts() {
        var incoming =
                inGroup(
                        "\"photo\":[],\"caption\":\"@a_bot who is this?\",\"caption_entities\":"
                                + "[{\"type\":\"mention\",\"offset\":0,\"length\":6}]");

        assertThat(incoming).isEqualTo(new Incoming.Asked(GROUP, "who is this?", null));
    }

    @Test
    void replyToTheBotIsAQuestion() {
        assertThat(inGroup("\"text\":\"and when?\"," + replyTo(US, "“Loose talk.”")))
                .isEqualTo(
                        new Incoming.Asked(
                                GROUP,
                                "and when?",
                                new RepliedTo(90, true, "“Loose talk.”", false, 0),
                                true));
    }

    @Test
    void replyThatCallsSomebodyElseIsTheirs() {
        assertThat(written("@ivo look at this?", REPLY_TO_US)).isInstanceOf(Incoming.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ask", "@a_bot"})
    void askAsksTheQuotedWords(String text) {
        String quote = "\"quote\":{\"text\":\"How many?\",\"position\":0,\"is_manual\":true}";

        assertThat(written(text, REPLY_TO_BEN, quote))
                .isEqualTo(new Incoming.Asked(GROUP.replyingTo(90), "How many?", null, false, 8));
        assertThat(written(text, REPLY_TO_US, quote))
                .isEqualTo(new Incoming.Asked(GROUP, "How many?", null, false, 0));
        assertThat(written(text, ELSEWHERE, quote))
                .isEqualTo(new Incoming.Asked(GROUP, "How many?", null, false, 0));
    }

    @Test
    void quotedWordsOfAnotherChatAreWhatAQuestionRefersTo() {
        String quote = "\"quote\":{\"text\":\"Loose talk.\",\"position\":0}";

        assertThat(message("\"text\":\"Who said that?\"," + ELSEWHERE + "," + quote))
                .isEqualTo(
                        new Incoming.Asked(
                                ORIGIN,
                                "Who said that?",
                                new RepliedTo(0, false, "Loose talk.", true, 0)));
    }

    private static final String ELSEWHERE =
            "\"external_reply\":{\"origin\":{\"type\":\"hidden_user\",\"date\":1,"
                    + "\"sender_user_name\":\"Ben\"},\"message_id\":12}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\":\"and when?\"," + REPLY_TO_BEN,
                "\"text\":\"and when?\"," + REPLY_TO_WHAT_BEN_SENT_THROUGH_US,
                "\"text\":\"x\",\"via_bot\":" + US + "," + REPLY_TO_US,
                "\"sticker\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"type\":\"regular\","
                        + "\"width\":1,\"height\":1,\"is_animated\":false,\"is_video\":false},"
                        + REPLY_TO_US,
                "\"text\":\"x\",\"is_topic_message\":true,\"message_thread_id\":90,"
                        + "\"reply_to_message\":{\"message_id\":90,\"date\":1,\"from\":"
                        + US
                        + ",\"chat\":{\"id\":-5,\"type\":\"supergroup\",\"title\":\"G\"},"
                        + "\"forum_topic_created\":{\"name\":\"T\",\"icon_color\":1}}",
                "\"pinned_message\":{\"message_id\":90,\"date\":1,"
                        + "\"chat\":{\"id\":-5,\"type\":\"supergroup\",\"title\":\"G\"}}"
            })
    void ignoresGroupMessagesThatOnlyTouchTheBot(String content) {
        assertThat(inGroup(content)).isInstanceOf(Incoming.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ask", "/ask@a_bot", "@a_bot", "@a_bot /ask"})
    void askInReplyToAMessageAsksItsText(String text) {
        assertThat(written(text, REPLY_TO_BEN))
                .isEqualTo(
                        new Incoming.Asked(GROUP.replyingTo(90), "How many came?", null, false, 8));
    }

    @Test
    void ownQuestionPrecedesTheRepliedOne() {
        assertThat(written("/ask and when?", REPLY_TO_BEN))
                .isEqualTo(
                        new Incoming.Asked(
                                GROUP,
                                "and when?",
                                new RepliedTo(90, false, "How many came?", false, 8)));
    }

    @Test
    void askInReplyToTheBotAsksNothing() {
        assertThat(written("/ask", REPLY_TO_US))
                .isEqualTo(
                        new Incoming.Commanded(
                                GROUP,
                                Command.ASK,
                                "",
                                new RepliedTo(90, true, "An answer.", false, 0)));
    }

    @Test
    void anonymousAdminIsTheChatItself() {
        var asked =
                (Incoming.Asked)
                        decoded(
                                inGroup(
                                        "\"from\":{\"id\":1087968824,\"is_bot\":true,"
                                                + "\"first_name\":\"Group\"},\"sender_chat\":{\"id\":-5,"
                                                + "\"type\":\"supergroup\",\"title\":\"G\"}",
                                        "\"text\":\"/ask who?\""));

        assertThat(asked.context().isTheChatItself()).isTrue();
    }

    @Test
    void channelSenderMayAskButIsNotTheGroup() {
        var asked =
                (Incoming.Asked)
                        decoded(
                                inGroup(
                                        "\"from\":{\"id\":136817688,\"is_bot\":true,"
                                                + "\"first_name\":\"Channel\"},\"sender_chat\":{\"id\":-6,"
                                                + "\"type\":\"channel\",\"title\":\"C\"}",
                                        "\"text\":\"/ask who?\""));

        assertThat(asked.context().isTheChatItself()).isFalse();
        assertThat(asked.context().personId()).isEqualTo(-6);
    }

    @Test
    void ignoresAChannelPostUntilAUserAsksAboutIt() {
        String channel =
                "\"from\":{\"id\":777000,\"is_bot\":false,\"first_name\":\"Telegram\"},"
                        + "\"sender_chat\":{\"id\":-6,\"type\":\"channel\",\"title\":\"C\"},"
                        + "\"is_automatic_forward\":true";
        String post = ",\"text\":\"/ask Who came?\"";
        String target =
                "\"reply_to_message\":{\"message_id\":90,\"date\":1,\"text\":\"Who came?\","
                        + channel
                        + ",\"chat\":{\"id\":-5,\"type\":\"supergroup\",\"title\":\"G\"}}";

        assertThat(decoded(inGroup(channel, post.substring(1))))
                .isInstanceOf(Incoming.Ignored.class);
        assertThat(written("/ask", target))
                .isEqualTo(new Incoming.Asked(GROUP.replyingTo(90), "Who came?", null, false, -6));
    }

    @Test
    void longForwardedMessageIsForwarded() {
        String text = "A long article with @a_bot in it. ".repeat(20);
        String content =
                "\"text\":\"%s\",\"entities\":[{\"type\":\"mention\",\"offset\":20,\"length\":6}],%s"
                        .formatted(text, FORWARDED);

        assertThat(message(content)).isEqualTo(new Incoming.Forwarded(ORIGIN, text));
    }

    @Test
    void shortForwardedMessageIsAQuestion() {
        assertThat(message("\"text\":\"Who met?\"," + FORWARDED))
                .isEqualTo(new Incoming.Asked(ORIGIN, "Who met?", null));
    }

    @Test
    void addedArticleKeepsTheBotsName() {
        String content =
                "\"text\":\"/add T\\n@a_bot is named\",\"entities\":"
                        + "[{\"type\":\"mention\",\"offset\":7,\"length\":6}]";

        assertThat(message(content))
                .isEqualTo(new Incoming.Commanded(ORIGIN, Command.ADD, "T\n@a_bot is named", null));
    }

    @Test
    void fileOfAnEditorIsAnUpload() {
        String file =
                privateMessage(
                        "\"caption\":\"new\",\"document\":{\"file_id\":\"f\","
                                + "\"file_unique_id\":\"u\",\"file_name\":\"a.md\","
                                + "\"file_size\":17}");

        assertThat(decoded(file, new UpdateDecoder(ME, person -> person == 7)))
                .isEqualTo(new Incoming.Uploaded(ORIGIN, "f", "a.md", 17));
        assertThat(decoded(file)).isEqualTo(new Incoming.Asked(ORIGIN, "new", null));
    }

    @ParameterizedTest
    @CsvSource({"/add,true", "/ask Who came?,false"})
    void fileOfAnEditorWithACommandIsForTheCommand(String caption, boolean added) {
        String file =
                privateMessage(
                        "\"caption\":\""
                                + caption
                                + "\",\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\"}");

        assertThat(decoded(file, new UpdateDecoder(ME, _ -> true)))
                .isEqualTo(
                        added
                                ? new Incoming.Uploaded(ORIGIN, "f", "", 0)
                                : new Incoming.Asked(ORIGIN, "Who came?", null));
    }

    @ParameterizedTest
    @CsvSource({"2,true", "3601,true", "3602,false"})
    void editCountsForAnHour(int editDate, boolean counts) {
        String edit =
                "{\"update_id\":1,\"edited_message\":{\"message_id\":101,\"date\":1,\"edit_date\":"
                        + editDate
                        + ","
                        + ANN
                        + ",\"chat\":{\"id\":7,\"type\":\"private\"},\"text\":\"Who came?\"}}";

        assertThat(decoded(edit))
                .isEqualTo(
                        counts
                                ? new Incoming.Edited(
                                        new Incoming.Asked(ORIGIN, "Who came?", null),
                                        Instant.ofEpochSecond(editDate))
                                : new Incoming.Ignored("an edit of an old message"));
    }

    @Test
    void inlineQueryIsInlineAsked() {
        assertThat(
                        decoded(
                                "{\"update_id\":1,\"inline_query\":{\"id\":\"q\",\"query\":\"who\","
                                        + "\"offset\":\"\","
                                        + ANN
                                        + "}}"))
                .isEqualTo(
                        new Incoming.InlineAsked(
                                "q", 7, Locale.forLanguageTag("de-AT"), "who", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "left,member,supergroup,joined",
        "kicked,administrator,group,joined",
        "member,administrator,supergroup,ignored",
        "administrator,member,supergroup,ignored",
        "member,left,group,removed",
        "administrator,kicked,channel,removed",
        "left,administrator,channel,ignored",
        "member,kicked,private,removed",
        "kicked,member,private,ignored",
        "restricted,restricted,supergroup,ignored"
    })
    void onlyJoiningAndLeavingCount(String from, String to, String kind, String what) {
        Incoming incoming = decoded(membership(from, to, kind));

        assertThat(incoming)
                .isInstanceOf(
                        switch (what) {
                            case "joined" -> Incoming.Joined.class;
                            case "removed" -> Incoming.Removed.class;
                            default -> Incoming.Ignored.class;
                        });
    }

    @Test
    void keepsTheUserWhoAddedTheBot() {
        var joined = (Incoming.Joined) decoded(membership("left", "member", "supergroup"));

        assertThat(joined.title()).isEqualTo("G");
        assertThat(joined.asAdmin()).isFalse();
        assertThat(joined.context().personId()).isEqualTo(7);
        assertThat(joined.context().chatId()).isEqualTo(-5);
    }

    private static String membership(String from, String to, String kind) {
        String user = "\"user\":" + US + ",\"is_member\":true,\"can_send_messages\":true,";
        return "{\"update_id\":1,\"my_chat_member\":{\"date\":1,"
                + ANN
                + ",\"chat\":{\"id\":-5,\"title\":\"G\",\"type\":\""
                + kind
                + "\"},\"old_chat_member\":{"
                + user
                + "\"status\":\""
                + from
                + "\"},\"new_chat_member\":{"
                + user
                + "\"status\":\""
                + to
                + "\"}}}";
    }

    private static Incoming inGroup(String content) {
        return decoded(inGroup(ANN, content));
    }

    private static String inGroup(String from, String content) {
        return "{\"update_id\":1,\"message\":{\"message_id\":101,\"date\":1,"
                + from
                + ",\"chat\":{\"id\":-5,\"type\":\"supergroup\",\"title\":\"G\"},"
                + content
                + "}}";
    }

    private static Incoming written(String text, String... more) {
        String entities = String.join(",", mentions(text));
        String rest = more.length == 0 ? "" : "," + String.join(",", more);
        return inGroup("\"text\":\"" + text + "\",\"entities\":[" + entities + "]" + rest);
    }

    /// As Telegram marks them.
    private static List<String> mentions(String text) {
        return Pattern.compile("(?<![\\w/])@\\w+")
                .matcher(text)
                .results()
                .filter(found -> found.start() == 0 || text.charAt(found.start() - 1) == ' ')
                .map(
                        found ->
                                "{\"type\":\"mention\",\"offset\":"
                                        + found.start()
                                        + ",\"length\":"
                                        + found.group().length()
                                        + "}")
                .toList();
    }

    private static String replyTo(String from, String text) {
        return "\"reply_to_message\":{\"message_id\":90,\"date\":1,\"text\":\""
                + text
                + "\",\"from\":"
                + from
                + ",\"chat\":{\"id\":-5,\"type\":\"supergroup\",\"title\":\"G\"}}";
    }

    private static Incoming message(String content) {
        return decoded(privateMessage(content));
    }

    private static String privateMessage(String content) {
        return "{\"update_id\":1,\"message\":{\"message_id\":101,\"date\":1,"
                + ANN
                + ",\"chat\":{\"id\":7,\"type\":\"private\"},"
                + content
                + "}}";
    }

    private static Incoming press(String data, String message) {
        return decoded(
                "{\"update_id\":1,\"callback_query\":{\"id\":\"q\",\"chat_instance\":\"1\","
                        + ANN
                        + ",\"data\":\""
                        + data
                        + "\",\"message\":{\"message_id\":101,\"chat\":{\"id\":7,\"type\":\"private\"},"
                        + message
                        + "}}}");
    }

    private static Incoming decoded(String json) {
        return decoded(json, new UpdateDecoder(ME));
    }

    private static Incoming decoded(String json, UpdateDecoder decoder) {
        try {
            return decoder.decode(UpdateDecoder.JSON.readTree(json)).incoming();
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
