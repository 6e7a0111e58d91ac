package dev.verbatim.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tests the error responses against the real server's codes and texts.
class BotApiErrorsTest {

    private final BotApiFixture fixture = new BotApiFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/bot/getMe             | 401 | Unauthorized: invalid token specified",
                "/botabc/getMe          | 401 | Unauthorized: invalid token specified",
                "/bot9:unknown/getMe    | 401 | Unauthorized",
                "/somewhere             | 404 | Not Found",
                "/bot123456:a-secret/no | 404 | Not Found: method not found: this stand-in has no"
                        + " method \"no\"",
            })
    void rejectsUnknownPathsAndTokens(String path, int code, String description) {
        var response = fixture.send(fixture.request(path, "application/json", "{}"));

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
                "sendMessage | {`chat_id`:7,`text`:`a`,`parse_mode`:`HTML`} | 400 Bad Request: this"
                        + " stand-in doesn't support parse_mode \"HTML\": send entities",
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
                "answerCallbackQuery | {`callback_query_id`:`1`} | 400 Bad Request: query is too"
                        + " old and response timeout expired or query ID is invalid",
                "answerInlineQuery | {`inline_query_id`:`1`,`results`:[]} | 400 Bad Request: query"
                        + " is too old and response timeout expired or query ID is invalid",
                "answerGuestQuery |"
                        + " {`guest_query_id`:`1`,`result`:{`type`:`article`,`id`:`1`,`title`:`a`}} |"
                        + " 400 Bad Request: query is too old and response timeout expired or query"
                        + " ID is invalid",
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
                "sendDocument | {`chat_id`:7} | 400 Bad Request: there is no document in the"
                        + " request",
                "sendDocument | {`chat_id`:7,`document`:`x`} | 400 Bad Request: this stand-in"
                        + " doesn't support sending a document by its file_id or URL",
                "setWebhook | {`url`:`http://127.0.0.1@example.org/`} | 400 Bad Request: this"
                        + " stand-in doesn't support a webhook on another machine",
                "setWebhook | {`url`:`nowhere:`} | 400 Bad Request: bad webhook: invalid webhook"
                        + " URL specified",
            })
    void rejectsInvalidCalls(String method, String body, String refusal) {
        fixture.hello();

        assertThat(fixture.refusal(method, body.replace('`', '"'))).isEqualTo(refusal);
    }

    @ParameterizedTest(name = "{0} from {1}: {2}")
    @CsvSource({
        "127.0.0.1:%d, , 200",
        "localhost:%d, , 200",
        "attacker.example, , 403",
        "127.0.0.1.attacker.example:%d, , 403",
        "127.0.0.1:%d, https://attacker.example, 403",
        "127.0.0.1:%d, null, 403",
    })
    void admitsNoPageFromElsewhere(String host, @Nullable String origin, int status)
            throws IOException {
        int port = fixture.server.port();
        String originLine = origin == null ? "" : "Origin: " + origin + "\r\n";
        String request =
                "GET /bot%s/getMe HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\n\r\n"
                        .formatted(BotApiFixture.TOKEN, host.formatted(port), originLine);

        String response;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(response).startsWith("HTTP/1.1 " + status);
        assertThat(response.contains("reader_bot")).isEqualTo(status == 200);
    }

    @Test
    void textIsMeasuredInUtf16Units() {
        fixture.hello();
        String longest = "😀".repeat(2048);

        assertThat(sent(longest)).startsWith("200");
        assertThat(sent(longest + "a")).isEqualTo("400 Bad Request: message is too long");
    }

    @Test
    void entitiesAreCheckedAfterTheChatIsLookedUp() {
        assertThat(
                        fixture.refusal(
                                "sendMessage",
                                "{\"chat_id\":999,\"text\":\"1\",\"entities\":[{\"type\":\"bold\",\"offset\":9,\"length\":1}]}"))
                .contains("chat not found");
    }

    @Test
    void callbackDataIsLimitedTo64Bytes() {
        fixture.hello();

        assertThat(pressable("é".repeat(32))).startsWith("200");
        assertThat(pressable("é".repeat(32) + "a"))
                .isEqualTo("400 Bad Request: BUTTON_DATA_INVALID");
    }

    @Test
    void rejectsTooManyButtons() {
        fixture.hello();
        String button = "[{\"text\":\"b\",\"callback_data\":\"x\"}]";

        assertThat(
                        fixture.refusal(
                                "sendMessage",
                                "{\"chat_id\":7,\"text\":\"a\",\"reply_markup\":{\"inline_keyboard\":[%s]}}"
                                        .formatted((button + ",").repeat(100) + button)))
                .isEqualTo("400 Bad Request: reply markup is too long");
    }

    @Test
    void rejectsAnEditThatChangesNothing() {
        fixture.hello();
        int id =
                fixture.call("sendMessage", "{\"chat_id\":7,\"text\":\"a\"}")
                        .at("/result/message_id")
                        .asInt();

        assertThat(
                        fixture.refusal(
                                "editMessageText",
                                "{\"chat_id\":7,\"message_id\":%d,\"text\":\"a\"}".formatted(id)))
                .isEqualTo(
                        "400 Bad Request: message is not modified: specified new message content"
                                + " and reply markup are exactly the same as a current content and"
                                + " reply markup of the message");
    }

    @Test
    void rejectsMoreThan50InlineResults() {
        String result = "{\"type\":\"article\",\"id\":\"1\",\"title\":\"t\"}";
        String id = fixture.ann.queryInline(fixture.bot, "q", "", "sender");

        assertThat(
                        fixture.refusal(
                                "answerInlineQuery",
                                "{\"inline_query_id\":\"%s\",\"results\":[%s]}"
                                        .formatted(id, (result + ",").repeat(50) + result)))
                .isEqualTo("400 Bad Request: too many inline query results specified");
    }

    @Test
    void callbackQueryIsAnsweredOnceAndInTime() {
        SimulatedChat chat = fixture.hello();
        fixture.call(
                "sendMessage",
                "{\"chat_id\":7,\"text\":\"a\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"b\",\"callback_data\":\"x\"}]]}}");
        SimulatedMessage simulatedMessage = chat.lastMessageBy(fixture.bot).orElseThrow();
        String inTime = fixture.ann.pressButton(simulatedMessage, "x");
        String late = fixture.ann.pressButton(simulatedMessage, "x");

        assertThat(fixture.refusal("answerCallbackQuery", query(inTime))).startsWith("200");
        assertThat(fixture.refusal("answerCallbackQuery", query(inTime)))
                .contains("query is too old");
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(fixture.refusal("answerCallbackQuery", query(late)))
                .contains("query is too old");
    }

    private static String query(String id) {
        return "{\"callback_query_id\":\"%s\"}".formatted(id);
    }

    @Test
    void deletingAWebhookReportsThatItIsDeleted() {
        assertThat(fixture.call("deleteWebhook", "{}"))
                .isEqualTo(
                        BotApiFixture.json(
                                "{\"ok\":true,\"result\":true,\"description\":\"Webhook is already"
                                        + " deleted\"}"));
    }

    private String sent(String text) {
        return fixture.refusal(
                "sendMessage", JsonTrees.object().put("chat_id", 7).put("text", text).toString());
    }

    private String pressable(String data) {
        return fixture.refusal(
                "sendMessage",
                "{\"chat_id\":7,\"text\":\"a\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"b\",\"callback_data\":\"%s\"}]]}}"
                        .formatted(data));
    }
}
