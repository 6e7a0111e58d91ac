package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.verbatim.cli.CommandLineFixture.Outcome;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;

/// `catchup` sums up what Telegram Desktop exported.
class CatchupCommandTest {

    private static final String EXPORT =
            """
            {"name":"Reading group","type":"private_supergroup","id":1,"messages":[
            {"id":1,"type":"service","date_unixtime":"1700000000","actor":"Anna","action":"create_group","text":""},
            {"id":2,"type":"message","date_unixtime":"1700000000","from":"Anna","from_id":"user1",
             "text":"Who brings the projector on Thursday?"},
            {"id":3,"type":"message","date_unixtime":"1700000060","from":"Ben","from_id":"user2",
             "reply_to_message_id":2,"text":"I'll bring the projector, Clara has the cable."},
            {"id":4,"type":"message","date_unixtime":"1700010000","from":"Clara","from_id":"user3",
             "reply_to_message_id":3,"text":["The list: ",{"type":"link","text":"https://example.org/list"}]},
            {"id":5,"type":"message","date_unixtime":"1700010060","from":"Anna","from_id":"user1",
             "text":"Decided then: Thursday at six."}
            ]}
            """;

    @TempDir Path folder;

    @Test
    void jsonHasDocumentedFields() throws IOException {
        JsonNode catchup = JsonLines.read(run("--json").out());

        assertThat(catchup.propertyNames())
                .containsExactly(
                        "period",
                        "messages",
                        "people",
                        "forReader",
                        "topics",
                        "decisions",
                        "actions",
                        "openQuestions",
                        "answeredQuestions",
                        "links",
                        "articles",
                        "omitted");
        assertThat(catchup.at("/period/from").asString()).isEqualTo("2023-11-14T22:13:20Z");
        assertThat(catchup.at("/answeredQuestions/0/question/messageId").asInt()).isEqualTo(2);
        assertThat(catchup.at("/answeredQuestions/0/answer").propertyNames())
                .containsExactly("messageId", "author", "time", "text");
        assertThat(catchup.at("/links/0").toString())
                .isEqualTo(
                        "{\"url\":\"https://example.org/list\",\"messageId\":4,\"author\":\"Clara\"}");
        assertThat(catchup.at("/decisions/0/text").asString())
                .isEqualTo("Decided then: Thursday at six.");
    }

    @Test
    void hoursCountBackFromLastMessage() throws IOException {
        assertThat(messages("--since", "2h")).isEqualTo(2);
        assertThat(messages("--since", "1")).isEqualTo(1);
        assertThat(messages("--since", "2023-11-15T01:00:30Z")).isEqualTo(1);
        assertThat(messages("--since", "all")).isEqualTo(4);
    }

    @Test
    void readerSeesRepliesToEarlierMessages() throws IOException {
        JsonNode catchup = JsonLines.read(run("--json", "--since", "2h", "--reader", "ben").out());

        assertThat(catchup.at("/forReader").size()).isEqualTo(1);
        assertThat(catchup.at("/forReader/0/messageId").asInt()).isEqualTo(4);
    }

    @Test
    void textShowsAuthorsQuotesAndEmptyParts() throws IOException {
        String text = run().out();

        assertThat(text)
                .contains("Anna, ", "“Decided then: Thursday at six.”")
                .contains("Nothing found: Questions, no answer found, About the articles")
                .hasSizeLessThan(3_100);
    }

    private static final String BOT =
            """
            ,{"id":6,"type":"message","date_unixtime":"1700010070","from":"Verbatim","from_id":"user77",
             "reply_to_message_id":5,"text":"Who brings the cable on Thursday? Decided then: nobody."},
            {"id":7,"type":"message","date_unixtime":"1700010080","from":"Verbatim","from_id":"user77",
             "text":"Loose talk.","inline_bot_buttons":[[{"type":"callback","text":"Context"}]]}
            ]}
            """;

    @Test
    void botWithButtonsIsNotCounted() throws IOException {
        JsonNode catchup = JsonLines.read(run(commandLine(), withBot(BOT), "--json").out());

        assertThat(catchup.path("messages").asInt()).isEqualTo(4);
        assertThat(catchup.path("people").asInt()).isEqualTo(3);
        assertThat(catchup.toString()).doesNotContain("cable on Thursday", "Loose talk");
    }

    @Test
    void botOfTheTokenIsNotCounted() throws IOException {
        CommandLineFixture commandLine = commandLine();
        commandLine
                .context
                .getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "token", Map.of("verbatim.telegram.token", "77:secret")));
        String plain = BOT.replaceAll(",\"inline_bot_buttons\":.*]]", "");

        JsonNode catchup = JsonLines.read(run(commandLine, withBot(plain), "--json").out());

        assertThat(catchup.path("people").asInt()).isEqualTo(3);
        assertThat(catchup.toString()).doesNotContain("cable on Thursday", "Loose talk");
    }

    private static String withBot(String messages) {
        return EXPORT.replaceFirst("\\]}\\s*$", "") + messages;
    }

    @Test
    void reportsInvalidOptionInOneLine() throws IOException {
        for (Outcome outcome :
                List.of(
                        run("--reader", "Zoe"),
                        run("--since", "lately"),
                        commandLine().run("catchup", "none.json"))) {
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err().strip().lines()).hasSize(1);
        }
    }

    /// A command closes its application.
    private static CommandLineFixture commandLine() {
        PassageRetriever retriever = mock();
        when(retriever.retrieve(any(), anyInt())).thenReturn(new Ranking(List.of(), 0, 0));
        CommandLineFixture commandLine = new CommandLineFixture(Map.of(), AnswerFixture.NOT_FOUND);
        commandLine.context.registerBean(PassageRetriever.class, () -> retriever);
        return commandLine;
    }

    private int messages(String... options) throws IOException {
        String[] all = new String[options.length + 1];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = "--json";
        return JsonLines.read(run(all).out()).path("messages").asInt();
    }

    private Outcome run(String... options) throws IOException {
        return run(commandLine(), EXPORT, options);
    }

    private Outcome run(CommandLineFixture commandLine, String export, String... options)
            throws IOException {
        Path file = Files.writeString(folder.resolve("result.json"), export);
        String[] all = new String[options.length + 2];
        all[0] = "catchup";
        all[1] = file.toString();
        System.arraycopy(options, 0, all, 2, options.length);
        return commandLine.run(all);
    }
}
