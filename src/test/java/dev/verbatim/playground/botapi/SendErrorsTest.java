package dev.verbatim.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Tests which messages of a bot are refused because of their chat, in the real server's words.
class SendErrorsTest {

    private final BotApiFixture fixture = new BotApiFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void rejectsMessagesToUsersWhoBlockedTheBot() {
        fixture.hello();

        fixture.ann.block(fixture.bot);
        assertThat(sent("a")).isEqualTo("403 Forbidden: bot was blocked by the user");
        fixture.ann.unblock(fixture.bot);
        assertThat(sent("a")).startsWith("200");
    }

    @Test
    void rejectsMessagesToGroupsWithoutTheBot() {
        SimulatedChat strange = fixture.telegram.group("Strange", fixture.ann);
        SimulatedChat left = fixture.telegram.group("Left", fixture.ann, fixture.bot);
        SimulatedChat kicked = fixture.telegram.supergroup("Kicked", fixture.ann, fixture.bot);
        left.removeMember(fixture.bot, fixture.bot);
        kicked.removeMember(fixture.bot, fixture.ann);

        assertThat(sentTo(strange)).isEqualTo("400 Bad Request: chat not found");
        assertThat(sentTo(left)).isEqualTo("403 Forbidden: bot is not a member of the group chat");
        assertThat(sentTo(kicked))
                .isEqualTo("403 Forbidden: bot was kicked from the supergroup chat");
    }

    @Test
    void rejectsMessagesOfARestrictedBot() {
        SimulatedChat chat = fixture.telegram.supergroup("Readers", fixture.ann, fixture.bot);

        chat.restrict(fixture.bot, fixture.ann);

        assertThat(sentTo(chat))
                .isEqualTo("400 Bad Request: not enough rights to send text messages to the chat");
    }

    @Test
    void reportsTheNewIdOfAnUpgradedGroup() {
        SimulatedChat group = fixture.telegram.group("Readers", fixture.ann, fixture.bot);
        SimulatedChat upgraded = group.upgrade();

        var answer =
                fixture.call(
                        "sendMessage", "{\"chat_id\":%d,\"text\":\"a\"}".formatted(group.id()));

        assertThat(answer.path("description").asString())
                .isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
        assertThat(answer.at("/parameters/migrate_to_chat_id").asLong()).isEqualTo(upgraded.id());
        assertThat(sentTo(upgraded)).startsWith("200");
    }

    @Test
    void rejectsAQuoteThatIsNotPartOfTheMessage() {
        SimulatedChat chat = fixture.hello();
        int target = fixture.ann.send(chat, "One two three").id();

        assertThat(quoting(target, "two", "")).startsWith("200");
        assertThat(quoting(target, "Two", "")).isEqualTo("400 Bad Request: QUOTE_TEXT_INVALID");
    }

    @Test
    void rejectsAQuoteOfWordsWithFormatting() {
        SimulatedChat chat = fixture.hello();
        ObjectNode text =
                BotApiFixture.json(
                        """
                        {"text": "One two three",
                         "entities": [{"type": "bold", "offset": 4, "length": 3}]}
                        """);
        int target = fixture.ann.send(chat, DraftMessage.content(text)).id();

        assertThat(quoting(target, "three", "")).startsWith("200");
        assertThat(quoting(target, "two", "")).isEqualTo("400 Bad Request: QUOTE_TEXT_INVALID");
        assertThat(quoting(target, "two", ",\"quote_parse_mode\":\"HTML\""))
                .contains("doesn't support a quote with formatting");
    }

    @Test
    void reportsRetryAfterInBodyAndHeader() throws IOException {
        fixture.hello();
        fixture.bot.setRateLimits(true);
        sent("1");

        var response =
                fixture.send(
                        fixture.request(
                                "/bot" + BotApiFixture.TOKEN + "/sendMessage",
                                "application/json",
                                "{\"chat_id\":7,\"text\":\"2\"}"));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(response.body())
                .contains("Too Many Requests: retry after 1", "\"retry_after\":1");
    }

    @Test
    void limitsAGroupTo20MessagesPerMinute() {
        SimulatedChat chat = fixture.telegram.group("Readers", fixture.ann, fixture.bot);
        fixture.bot.setRateLimits(true);
        for (int i = 0; i < 20; i++) {
            assertThat(sentTo(chat)).startsWith("200");
            fixture.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(sentTo(chat)).isEqualTo("429 Too Many Requests: retry after 40");
    }

    private String quoting(int target, String words, String entities) {
        return fixture.refusal(
                "sendMessage",
                "{\"chat_id\":7,\"text\":\"a\",\"reply_parameters\":{\"message_id\":%d,\"quote\":\"%s\"%s}}"
                        .formatted(target, words, entities));
    }

    private String sentTo(SimulatedChat chat) {
        return fixture.refusal(
                "sendMessage", "{\"chat_id\":%d,\"text\":\"a\"}".formatted(chat.id()));
    }

    private String sent(String text) {
        return fixture.refusal(
                "sendMessage", JsonTrees.object().put("chat_id", 7).put("text", text).toString());
    }
}
