package dev.verbatim.telegram.update;

import static dev.verbatim.telegram.update.UpdateFixtures.ELSEWHERE;
import static dev.verbatim.telegram.update.UpdateFixtures.GROUP;
import static dev.verbatim.telegram.update.UpdateFixtures.ORIGIN;
import static dev.verbatim.telegram.update.UpdateFixtures.REPLY_TO_BEN;
import static dev.verbatim.telegram.update.UpdateFixtures.REPLY_TO_US;
import static dev.verbatim.telegram.update.UpdateFixtures.REPLY_TO_WHAT_BEN_SENT_THROUGH_US;
import static dev.verbatim.telegram.update.UpdateFixtures.US;
import static dev.verbatim.telegram.update.UpdateFixtures.decoded;
import static dev.verbatim.telegram.update.UpdateFixtures.inGroup;
import static dev.verbatim.telegram.update.UpdateFixtures.message;
import static dev.verbatim.telegram.update.UpdateFixtures.replyTo;
import static dev.verbatim.telegram.update.UpdateFixtures.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.telegram.update.Incoming.RepliedTo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written in groups, and how it is addressed to the bot.
class GroupMessageDecoderTest {

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
}
