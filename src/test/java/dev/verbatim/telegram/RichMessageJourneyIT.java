package dev.verbatim.telegram;

import static dev.verbatim.telegram.SmallNewsBot.GROUP;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.Consent;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.MethodCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Journeys of rich messages, over real HTTP.
class RichMessageJourneyIT {

    private static final String METHOD = "sendRichMessage";
    private static final Article REGATTA =
            SmallNewsBot.article(
                    "regatta",
                    "The regatta of Seaham",
                    "The town of Seaham held its first regatta since the storm of 1998 on Monday,"
                            + " and some nine thousand people came to the harbour to watch it in"
                            + " bright sunshine and a fresh wind from the north.",
                    "Forty <fast> boats & their crews sailed around the lighthouse three times, and"
                            + " the last of them came back to the basin only when the lamps along"
                            + " the pier had been lit in the evening.",
                    "The council spent nine million pounds on the new stone pier, which engineers"
                            + " from Dalton built in less than two years, although frost stopped"
                            + " all work for eleven weeks in the first winter.",
                    "The lighthouse will be painted white next spring, and its keeper hopes that"
                            + " the second regatta will bring twice as many visitors to the town"
                            + " and to the fish market behind the harbour.");

    @TempDir private Path data;

    private SmallNewsBot served;
    private long kept;

    @BeforeEach
    void open() throws IOException {
        served = SmallNewsBot.withRichMessages(data);
        served.serve(REGATTA);
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void summaryQuotesTheArticleInBlocksWithTheirPlacesAsCredits() {
        MethodCall summary = served.ask(ANN, "/summary");

        assertThat(summary.method()).isEqualTo(METHOD);
        assertThat(summary.parameters().has("text")).isFalse();
        List<JsonNode> quotations = quotations(summary);
        assertThat(quotations)
                .hasSize(3)
                .allMatch(one -> REGATTA.text().contains(plain(one.path("blocks"))))
                .allMatch(one -> plain(one.path("credit")).startsWith("¶"));
        assertThat(summary.button("✓ Short").has("callback_data")).isTrue();
    }

    @Test
    void signsOfMarkupAreWordsLikeOthers() {
        served.press(served.ask(ANN, "/summary"), "Long");

        assertThat(quotations(served.edit(1)))
                .anyMatch(one -> plain(one.path("blocks")).startsWith("Forty <fast> boats & "));
    }

    @Test
    void lengthChangesInPlace() {
        MethodCall summary = served.ask(ANN, "/summary");

        served.press(summary, "Long");

        assertThat(quotations(served.edit(1))).hasSize(4);
        assertThat(served.edit(1).parameters().has("text")).isFalse();
        awaitUntil(() -> served.server.message(messageOf(summary)).has("edit_date"));
        assertThat(served.server.sendCalls(ANN)).hasSize(1);
    }

    private int messageOf(MethodCall call) {
        return served.server.messageOf(call);
    }

    @Test
    void inAGroupItStaysAReplyToTheCommand() {
        int command = served.server.write(GROUP, BEN, "/summary");

        awaitUntil(() -> !served.server.sendCalls(GROUP).isEmpty());
        MethodCall summary = served.server.sendCalls(GROUP).getFirst();
        assertThat(summary.method()).isEqualTo(METHOD);
        assertThat(summary.parameters().at("/reply_parameters/message_id").asInt())
                .isEqualTo(command);
    }

    @Test
    void catchUpQuotesEachMessageInABlockOfItsOwn() {
        served.server.setPrivacyMode(false);
        List<String> said =
                List.of(
                        "Shall we meet on Thursday? " + "I can bring the charts. ".repeat(9),
                        "\"Thursday\" is <fine> & so is Friday. " + "Bring tea! ".repeat(15),
                        "• Tea\n• Charts\n• The long rope for the second boat");
        said.forEach(this::keep);

        served.server.write(GROUP, BEN, "/catchup");

        awaitUntil(() -> !served.server.sendCalls(GROUP).isEmpty());
        MethodCall told = served.server.sendCalls(GROUP).getFirst();
        assertThat(told.method()).isEqualTo(METHOD);
        assertThat(told.parameters().at("/rich_message/blocks/0/type").asString(""))
                .isEqualTo("heading");
        assertThat(quotations(told))
                .map(one -> plain(one.path("blocks")))
                .containsExactlyElementsOf(said.stream().map(String::strip).toList());
    }

    private void keep(String text) {
        Instant now = Instant.now();
        long id = ++kept;
        served.bot.write(
                rows -> {
                    served.bot.archive.grantConsent(
                            GROUP, new Consent(Author.id(ANN), now, 7), rows);
                    served.bot.archive.store(
                            GROUP,
                            new ChatMessage(
                                    id,
                                    0,
                                    new Author("user9", "Clara", "clara"),
                                    now,
                                    null,
                                    text,
                                    Set.of(),
                                    List.of()),
                            rows);
                });
    }

    @Test
    void anOldServerIsAskedOnceAndGetsTexts() {
        served.server.setRichMessages(false);

        MethodCall first = served.ask(ANN, "/summary");
        MethodCall second = served.ask(ANN, "/summary");

        assertThat(List.of(first, second))
                .allMatch(call -> call.method().equals("sendMessage"))
                .noneMatch(call -> call.parameters().has("rich_message"));
        assertThat(SmallNewsBot.marked(first, "blockquote")).hasSize(3);
        assertThat(served.server.calls(METHOD)).hasSize(1);
    }

    @Test
    void refusedOneIsSentAsText() {
        served.server
                .faults()
                .failNextIf(
                        METHOD,
                        call -> call.parameters().has("rich_message"),
                        InjectedFault.refused(400, "Bad Request: RICH_MESSAGE_INVALID"));

        served.server.write(ANN, "/summary");

        served.awaitUntilSentTo(ANN, 2);
        MethodCall summary = served.server.sendCalls(ANN).getLast();
        assertThat(summary.method()).isEqualTo("sendMessage");
        assertThat(SmallNewsBot.marked(summary, "blockquote")).hasSize(3);
    }

    @Test
    void answersStayAsTheyAre() {
        assertThat(served.ask(ANN, "How many boats came?").method()).isEqualTo("sendMessage");
    }

    @Test
    void switchedOffTheServerIsNotEvenAsked() throws IOException {
        try (var plain = new SmallNewsBot(Files.createDirectory(data.resolve("plain")))) {
            plain.serve(REGATTA);

            MethodCall summary = plain.ask(ANN, "/summary");

            assertThat(summary.method()).isEqualTo("sendMessage");
            assertThat(plain.server.calls(METHOD)).isEmpty();
        }
    }

    private static List<JsonNode> quotations(MethodCall call) {
        return quotations(call.parameters().at("/rich_message/blocks")).toList();
    }

    private static Stream<JsonNode> quotations(JsonNode node) {
        return node.path("type").asString("").equals("blockquote")
                ? Stream.of(node)
                : node.valueStream().flatMap(RichMessageJourneyIT::quotations);
    }

    /// The words of some blocks or of a text.
    private static String plain(JsonNode node) {
        if (node.isString()) {
            return node.asString();
        }
        if (node.isArray()) {
            return String.join("", node.valueStream().map(RichMessageJourneyIT::plain).toList());
        }
        return node.has("text") ? plain(node.path("text")) : "";
    }
}
