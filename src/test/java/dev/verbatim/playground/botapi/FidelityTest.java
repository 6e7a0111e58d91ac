package dev.verbatim.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The refusals of the real server, code and words, one by one.
class FidelityTest {

    private final Town town = new Town();

    @AfterEach
    void close() {
        town.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/bot/getMe             | 401 | Unauthorized: invalid token specified",
                "/botabc/getMe          | 401 | Unauthorized: invalid token specified",
                "/bot9:unknown/getMe    | 401 | Unauthorized",
                "/somewhere             | 404 | Not Found",
                "/bot123456:a-secret/no | 404 | Not Found: method not found",
            })
    void pathsAndTokens(String path, int code, String description) {
        var response = town.send(town.request(path, "application/json", "{}"));

        assertThat(response.statusCode()).isEqualTo(code);
        assertThat(JsonTrees.read(response.body()).orElseThrow())
                .isEqualTo(JsonTrees.error(code, description));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sendMessage | {`chat_id`:7,`text`:``} | 400 Bad Request: message text is empty",
                "sendMessage | {`chat_id`:7,`text`:` \\n"
                        + " `} | 400 Bad Request: message text is empty",
                "sendMessage | {`chat_id`:7,`text`:`a`,`parse_mode`:`BBCode`} | 400 Bad Request:"
                        + " unsupported parse_mode",
                "sendMessage | {`text`:`a`} | 400 Bad Request: chat_id is empty",
                "sendMessage | {`chat_id`:999,`text`:`a`} | 400 Bad Request: chat not found",
                "sendMessage | {`chat_id`:`@nobody`,`text`:`a`} | 400 Bad Request: chat not found",
                "sendMessage | {`chat_id`:8,`text`:`a`} | 403 Forbidden: bot can't initiate"
                        + " conversation with a user",
                "sendMessage | {`chat_id`:7,`text`:`a`,`message_thread_id`:5} | 400 Bad Request:"
                        + " message thread not found",
                "sendMessage | {`chat_id`:7,`text`:`a`,`reply_parameters`:{`message_id`:999}} | 400"
                        + " Bad Request: message to be replied not found",
                "editMessageText | {`chat_id`:7,`message_id`:999,`text`:`a`} | 400 Bad Request:"
                        + " message to edit not found",
                "editMessageText | {`chat_id`:7,`text`:`a`} | 400 Bad Request: message identifier"
                        + " is not specified",
                "editMessageText | {`chat_id`:7,`message_id`:1001,`text`:`a`} | 400 Bad Request:"
                        + " message can't be edited",
                "deleteMessage | {`chat_id`:7,`message_id`:999} | 400 Bad Request: message to"
                        + " delete not found",
                "answerCallbackQuery | {`callback_query_id`:`1`} | 400 Bad Request: query is too"
                        + " old and response timeout expired or query ID is invalid",
                "answerInlineQuery | {`inline_query_id`:`1`,`results`:[]} | 400 Bad Request: query"
                        + " is too old and response timeout expired or query ID is invalid",
                "sendMessage |"
                        + " {`chat_id`:7,`text`:`a`,`reply_markup`:{`inline_keyboard`:[[{`text`:``,`callback_data`:`x`}]]}}"
                        + " | 400 Bad Request: inline keyboard button text must be non-empty",
                "sendMessage |"
                        + " {`chat_id`:7,`text`:`a`,`reply_markup`:{`inline_keyboard`:[[{`text`:`b`,`callback_data`:``}]]}}"
                        + " | 400 Bad Request: BUTTON_DATA_INVALID",
                "sendMessage |"
                        + " {`chat_id`:7,`text`:`a`,`reply_markup`:{`inline_keyboard`:[[{`text`:`b`}]]}}"
                        + " | 400 Bad Request: text buttons are unallowed in the inline keyboard",
                "sendMessage | {`chat_id`:7,`text`:`a`,`reply_markup`:`b`} | 400 Bad Request: can't"
                        + " parse reply_markup JSON object",
                "sendMessage | [] | 400 Bad Request: can't parse JSON object",
                "sendMessage | {`chat_id`:7,`text`:`1.0`,`parse_mode`:`MarkdownV2`} | 400 Bad"
                        + " Request: can't parse entities: Character '.' is reserved and must be"
                        + " escaped with the preceding '\\'",
                "sendMessage | {`chat_id`:7,`text`:`<b>1`,`parse_mode`:`HTML`} | 400 Bad Request:"
                        + " can't parse entities: Can't find end tag corresponding to start tag \"b\"",
                "sendMessage |"
                        + " {`chat_id`:7,`text`:`a`,`entities`:[{`type`:`bold`,`offset`:1,`length`:1}]}"
                        + " | 400 Bad Request: entity begins after the end of the text at UTF-16 offset"
                        + " 1",
                "sendMessage |"
                        + " {`chat_id`:7,`text`:`a`,`entities`:[{`type`:`bold`,`offset`:0,`length`:2}]}"
                        + " | 400 Bad Request: entity beginning at UTF-16 offset 0 ends after the end"
                        + " of the text at UTF-16 offset 2",
                "sendMessage |"
                        + " {`chat_id`:7,`text`:`😀`,`entities`:[{`type`:`bold`,`offset`:1,`length`:1}]}"
                        + " | 400 Bad Request: entity begins in a middle of a UTF-16 symbol at byte"
                        + " offset 4",
                "sendMessage |"
                        + " {`chat_id`:7,`text`:`😀`,`entities`:[{`type`:`bold`,`offset`:0,`length`:1}]}"
                        + " | 400 Bad Request: entity beginning at UTF-16 offset 0 ends in a middle of"
                        + " a UTF-16 symbol at byte offset 4",
                "setMyCommands | {`commands`:[{`command`:`Ask me`,`description`:`x`}]} | 400 Bad"
                        + " Request: BOT_COMMAND_INVALID",
                "setMyCommands | {`commands`:[{`command`:`ask`,`description`:``}]} | 400 Bad"
                        + " Request: BOT_COMMAND_DESCRIPTION_INVALID",
                "setMyCommands | {`commands`:[],`language_code`:`english`} | 400 Bad Request:"
                        + " invalid language code specified",
                "sendChatAction | {`chat_id`:7,`action`:`sleeping`} | 400 Bad Request: wrong"
                        + " parameter action in request",
                "getFile | {`file_id`:`x`} | 400 Bad Request: invalid file_id",
                "forwardMessage | {`chat_id`:7,`from_chat_id`:7,`message_id`:999} | 400 Bad"
                        + " Request: message to forward not found",
                "getChatAdministrators | {`chat_id`:7} | 400 Bad Request: there are no"
                        + " administrators in the private chat",
                "setWebhook | {`url`:`nowhere:`} | 400 Bad Request: bad webhook: invalid webhook"
                        + " URL specified",
            })
    void callsThatAreRefused(String method, String body, String refusal) {
        town.hello();

        assertThat(town.refusal(method, body.replace('`', '"'))).isEqualTo(refusal);
    }

    @Test
    void aTextIsMeasuredInUtf16UnitsAfterItsMarkupIsRead() {
        town.hello();
        String longest = "<b>" + "😀".repeat(2048) + "</b>";

        assertThat(sent(longest, "HTML")).startsWith("200");
        assertThat(sent(longest + "a", "HTML")).isEqualTo("400 Bad Request: message is too long");
    }

    @Test
    void whatIsFarTooLongIsRefusedBeforeItsMarkupIsRead() {
        town.hello();

        assertThat(sent("<b>".repeat(11_000), "HTML"))
                .isEqualTo("400 Bad Request: text is too long");
    }

    @Test
    void markupIsReadBeforeTheChatIsLookedForAndEntitiesAfter() {
        assertThat(
                        town.refusal(
                                "sendMessage",
                                "{\"chat_id\":999,\"text\":\"1.\",\"parse_mode\":\"MarkdownV2\"}"))
                .contains("can't parse entities");
        assertThat(
                        town.refusal(
                                "sendMessage",
                                "{\"chat_id\":999,\"text\":\"1\",\"entities\":[{\"type\":\"bold\",\"offset\":9,\"length\":1}]}"))
                .contains("chat not found");
    }

    @Test
    void aCaptionHasItsOwnLimit() {
        town.hello();
        DraftMessage file =
                town.telegram.document(new UploadedFile("a.txt", "text/plain", new byte[] {1}), "");
        String id = file.content().path("document").path("file_id").asString();

        assertThat(
                        town.refusal(
                                "sendDocument",
                                "{\"chat_id\":7,\"document\":\"%s\",\"caption\":\"%s\"}"
                                        .formatted(id, "a".repeat(1025))))
                .isEqualTo("400 Bad Request: message caption is too long");
    }

    @Test
    void dataOfAButtonHas64BytesAtMostNotLetters() {
        town.hello();

        assertThat(pressable("é".repeat(32))).startsWith("200");
        assertThat(pressable("é".repeat(32) + "a"))
                .isEqualTo("400 Bad Request: BUTTON_DATA_INVALID");
    }

    @Test
    void tooManyButtonsAreRefused() {
        town.hello();
        String button = "[{\"text\":\"b\",\"callback_data\":\"x\"}]";

        assertThat(
                        town.refusal(
                                "sendMessage",
                                "{\"chat_id\":7,\"text\":\"a\",\"reply_markup\":{\"inline_keyboard\":[%s]}}"
                                        .formatted((button + ",").repeat(100) + button)))
                .isEqualTo("400 Bad Request: reply markup is too long");
    }

    @Test
    void anEditThatChangesNothingIsRefused() {
        town.hello();
        int id =
                town.call("sendMessage", "{\"chat_id\":7,\"text\":\"a\"}")
                        .at("/result/message_id")
                        .asInt();

        assertThat(
                        town.refusal(
                                "editMessageText",
                                "{\"chat_id\":7,\"message_id\":%d,\"text\":\"a\"}".formatted(id)))
                .isEqualTo(
                        "400 Bad Request: message is not modified: specified new message content"
                                + " and reply markup are exactly the same as a current content and"
                                + " reply markup of the message");
    }

    @Test
    void moreThan50InlineResultsAreRefused() {
        String result = "{\"type\":\"article\",\"id\":\"1\",\"title\":\"t\"}";
        String id = town.ann.asksInline(town.bot, "q", "", "sender");

        assertThat(
                        town.refusal(
                                "answerInlineQuery",
                                "{\"inline_query_id\":\"%s\",\"results\":[%s]}"
                                        .formatted(id, (result + ",").repeat(50) + result)))
                .isEqualTo("400 Bad Request: too many inline query results specified");
    }

    @Test
    void aPressCanBeAnsweredOnceAndInTime() {
        SimulatedChat chat = town.hello();
        town.call(
                "sendMessage",
                "{\"chat_id\":7,\"text\":\"a\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"b\",\"callback_data\":\"x\"}]]}}");
        SimulatedMessage simulatedMessage = chat.lastOf(town.bot).orElseThrow();
        String inTime = town.ann.presses(simulatedMessage, "x");
        String late = town.ann.presses(simulatedMessage, "x");

        assertThat(town.refusal("answerCallbackQuery", query(inTime))).startsWith("200");
        assertThat(town.refusal("answerCallbackQuery", query(inTime))).contains("query is too old");
        town.clock.pass(Duration.ofMinutes(1));
        assertThat(town.refusal("answerCallbackQuery", query(late))).contains("query is too old");
    }

    private static String query(String id) {
        return "{\"callback_query_id\":\"%s\"}".formatted(id);
    }

    @Test
    void whoBlockedOrDeletedTheirAccountIsNotWrittenTo() {
        town.hello();

        town.ann.blocks(town.bot);
        assertThat(sent("a", "")).isEqualTo("403 Forbidden: bot was blocked by the user");
        town.ann.unblocks(town.bot);
        assertThat(sent("a", "")).startsWith("200");
        town.ann.leavesForGood();
        assertThat(sent("a", "")).isEqualTo("403 Forbidden: user is deactivated");
    }

    @Test
    void groupsThatTheBotIsNotInAreClosedToIt() {
        SimulatedChat strange = town.telegram.group("Strange", town.ann);
        SimulatedChat left = town.telegram.group("Left", town.ann, town.bot);
        SimulatedChat kicked = town.telegram.supergroup("Kicked", town.ann, town.bot);
        SimulatedChat deleted = town.telegram.group("Deleted", town.ann, town.bot);
        left.remove(town.bot, town.bot);
        kicked.remove(town.bot, town.ann);
        deleted.delete();

        assertThat(sentTo(strange)).isEqualTo("400 Bad Request: chat not found");
        assertThat(sentTo(left)).isEqualTo("403 Forbidden: bot is not a member of the group chat");
        assertThat(sentTo(kicked))
                .isEqualTo("403 Forbidden: bot was kicked from the supergroup chat");
        assertThat(sentTo(deleted)).isEqualTo("403 Forbidden: the group chat was deleted");
    }

    @Test
    void aMutedBotMayNotWrite() {
        SimulatedChat chat = town.telegram.supergroup("Readers", town.ann, town.bot);

        chat.mute(town.bot, town.ann);

        assertThat(sentTo(chat))
                .isEqualTo("400 Bad Request: not enough rights to send text messages to the chat");
    }

    @Test
    void aGroupThatWasUpgradedSaysWhereItIs() {
        SimulatedChat group = town.telegram.group("Readers", town.ann, town.bot);
        SimulatedChat upgraded = group.upgrade();

        var answer =
                town.call("sendMessage", "{\"chat_id\":%d,\"text\":\"a\"}".formatted(group.id()));

        assertThat(answer.path("description").asString())
                .isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
        assertThat(answer.at("/parameters/migrate_to_chat_id").asLong()).isEqualTo(upgraded.id());
        assertThat(sentTo(upgraded)).startsWith("200");
    }

    @Test
    void othersMessagesCanBeDeletedByAdministratorsOnly() {
        SimulatedChat chat = town.telegram.supergroup("Readers", town.ann, town.bot);
        String message =
                "{\"chat_id\":%d,\"message_id\":%d}"
                        .formatted(chat.id(), town.ann.writes(chat, "a").id());

        assertThat(town.refusal("deleteMessage", message))
                .isEqualTo("400 Bad Request: message can't be deleted");
        chat.promote(town.bot, town.ann);
        assertThat(town.refusal("deleteMessage", message)).startsWith("200");
    }

    @Test
    void aQuoteMustStandInTheMessageAsItIs() {
        SimulatedChat chat = town.hello();
        int target = town.ann.writes(chat, "One two three").id();

        assertThat(quoting(target, "two", "")).startsWith("200");
        assertThat(quoting(target, "Two", "")).isEqualTo("400 Bad Request: QUOTE_TEXT_INVALID");
        assertThat(
                        quoting(
                                target,
                                "two",
                                ",\"quote_entities\":[{\"type\":\"bold\",\"offset\":0,\"length\":3}]"))
                .isEqualTo("400 Bad Request: QUOTE_TEXT_INVALID");
    }

    private String quoting(int target, String words, String entities) {
        return town.refusal(
                "sendMessage",
                "{\"chat_id\":7,\"text\":\"a\",\"reply_parameters\":{\"message_id\":%d,\"quote\":\"%s\"%s}}"
                        .formatted(target, words, entities));
    }

    @Test
    void aFloodIsRefusedWithTheTimeToWaitInTheHeaderToo() throws IOException {
        town.hello();
        town.bot.setRates(true);
        sent("1", "");

        var response =
                town.send(
                        town.request(
                                "/bot" + Town.TOKEN + "/sendMessage",
                                "application/json",
                                "{\"chat_id\":7,\"text\":\"2\"}"));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(response.body())
                .contains("Too Many Requests: retry after 1", "\"retry_after\":1");
    }

    @Test
    void aGroupTakesTwentyMessagesAMinute() {
        SimulatedChat chat = town.telegram.group("Readers", town.ann, town.bot);
        town.bot.setRates(true);
        for (int i = 0; i < 20; i++) {
            assertThat(sentTo(chat)).startsWith("200");
            town.clock.pass(Duration.ofSeconds(1));
        }

        assertThat(sentTo(chat)).isEqualTo("429 Too Many Requests: retry after 40");
    }

    @Test
    void deletingAWebhookSaysThatItIsDeleted() {
        assertThat(town.call("deleteWebhook", "{}"))
                .isEqualTo(
                        Town.json(
                                "{\"ok\":true,\"result\":true,\"description\":\"Webhook is already"
                                        + " deleted\"}"));
    }

    private String sent(String text, String mode) {
        return town.refusal(
                "sendMessage",
                JsonTrees.object()
                        .put("chat_id", 7)
                        .put("text", text)
                        .put("parse_mode", mode)
                        .toString());
    }

    private String sentTo(SimulatedChat chat) {
        return town.refusal("sendMessage", "{\"chat_id\":%d,\"text\":\"a\"}".formatted(chat.id()));
    }

    private String pressable(String data) {
        return town.refusal(
                "sendMessage",
                "{\"chat_id\":7,\"text\":\"a\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"b\",\"callback_data\":\"%s\"}]]}}"
                        .formatted(data));
    }
}
