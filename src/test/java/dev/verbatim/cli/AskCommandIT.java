package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.inOrder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AskCommandIT {

    private static final String TALK = "What does she say about loose talk?";
    private static final String NAMED = "What does Smith say about loose talk?";
    private static final String WHEN = "When do they meet?";
    private static final String PERHAPS = "What does she say about rain?";

    private final CommandLineFixture commandLine =
            new CommandLineFixture(
                    Map.of(
                            TALK,
                            AnswerFixture.FOUND,
                            NAMED,
                            AnswerFixture.FOUND,
                            WHEN,
                            AnswerFixture.FOUND_WITHOUT_METADATA,
                            PERHAPS,
                            AnswerFixture.CLOSEST,
                            "Thanks!",
                            AnswerFixture.THANKS),
                    AnswerFixture.NOT_FOUND);

    @TempDir private Path folder;

    @Test
    void answerIsOneObjectInDocumentedOrder() {
        var out = commandLine.run("ask", "--json", TALK).out();

        assertThat(out.replaceFirst("\"millis\":[0-9.E-]+}", "\"millis\":1}"))
                .isEqualTo(
                        "{\"question\":\"What does she say about loose talk?\",\"answered\":true,\"outcome\":\"answered\","
                                + "\"confidence\":0.875,"
                                + "\"passage\":{\"articleId\":\"meeting\","
                                + "\"title\":\"Two-day meeting\",\"publisher\":\"Euronews\","
                                + "\"published\":\"2022-10-12\","
                                + "\"url\":\"https://example.org/meeting\","
                                + "\"paragraph\":2,\"start\":30,\"end\":85,"
                                + "\"text\":\"“Loose talk is dangerous,” she said."
                                + " It was raining 😀.\","
                                + "\"emphasis\":{\"start\":30,\"end\":66,"
                                + "\"text\":\"“Loose talk is dangerous,” she said.\"}},"
                                + "\"closest\":null,\"speaker\":{\"name\":\"Julianne Smith\","
                                + "\"role\":\"US ambassador to NATO\"},"
                                + "\"nearest\":[],\"secondSource\":null,\"millis\":1}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is this article about? | no sentence that can stand alone",
                "Worum geht es?              | no sentence that can stand alone",
                "when was it published?      | Published: October 12, 2022",
                "who is quoted?              | quotes nobody by name",
                "is that true?               | I can’t judge"
            })
    void answersWhatPeopleTypeFirst(String message, String words) {
        var out = commandLine.run("ask", message).out();

        assertThat(out).contains(words);
    }

    @Test
    void tellsProgramsThatNoPassageAnswersARequest() {
        var line = line("ask", "--json", "tl;dr");

        assertThat(line.path("outcome").stringValue()).isEqualTo("none");
        assertThat(line.path("passage").isNull()).isTrue();
        assertThat(line.path("nearest").isEmpty()).isTrue();
    }

    @Test
    void answersTwoQuestionsOfAMessageOneAfterTheOther() {
        var out = commandLine.run("ask", TALK + " " + WHEN).out();

        assertThat(out).contains("Loose talk is dangerous").contains("Ministers meet");
    }

    @Test
    void writesUnknownFieldsAsNull() {
        var line = line("ask", "--json", WHEN);

        assertThat(line.at("/passage/publisher").isNull()).isTrue();
        assertThat(line.at("/passage/published").isNull()).isTrue();
        assertThat(line.at("/passage/url").isNull()).isTrue();
        assertThat(line.path("speaker").isNull()).isTrue();
    }

    @Test
    void unansweredHasNearestButNoPassage() {
        var line = line("ask", "--json", "Who won?");

        assertThat(line.path("answered").booleanValue()).isFalse();
        assertThat(line.path("outcome").stringValue()).isEqualTo("none");
        assertThat(line.path("closest").isNull()).isTrue();
        assertThat(line.path("confidence").doubleValue()).isEqualTo(0.125);
        assertThat(line.path("passage").isNull()).isTrue();
        assertThat(line.path("speaker").isNull()).isTrue();
        assertThat(line.at("/nearest/0/text").stringValue())
                .isEqualTo(AnswerFixture.FIRST_PARAGRAPH);
        assertThat(line.at("/nearest/0/emphasis").isNull()).isTrue();
    }

    @Test
    void closestPassageIsNearestButNoAnswer() {
        var line = line("ask", "--json", PERHAPS);

        assertThat(line.path("answered").booleanValue()).isFalse();
        assertThat(line.path("passage").isNull()).isTrue();
        assertThat(line.path("speaker").isNull()).isTrue();
        assertThat(line.path("confidence").doubleValue()).isEqualTo(0.3125);
        assertThat(line.path("outcome").stringValue()).isEqualTo("closest");
        assertThat(line.path("closest")).isEqualTo(line.at("/nearest/0"));
        assertThat(line.at("/nearest/0/emphasis/text").stringValue())
                .isEqualTo("“Loose talk is dangerous,” she said.");
    }

    @Test
    void explainPrintsTableAfterReply() {
        var out = commandLine.run("ask", "--explain", "Who won?").out();

        assertThat(out)
                .contains("The articles do not answer this.")
                .contains("Not answered: the confidence is 0.13.")
                .endsWith(
                        """
                          ¶   BM25 coverage cosine reader confidence  article
                          1   7.31      60%  0.864    27%        13%  meeting

                        """);
    }

    @Test
    void rejectsExplainWithJson() {
        var outcome = commandLine.run("ask", "--explain", "--json", "Who won?");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("--explain is for people, and --json for programs");
    }

    @Test
    void thanksIsNotAnswered() {
        var line = line("ask", "--json", "Thanks!");

        assertThat(line.path("answered").booleanValue()).isFalse();
        assertThat(line.path("passage").isNull()).isTrue();
        assertThat(line.path("nearest").isEmpty()).isTrue();
    }

    @Test
    void offsetsPointIntoArticleText() {
        var passage = line("ask", "--json", TALK).path("passage");

        var words =
                AnswerFixture.ARTICLE
                        .text()
                        .substring(
                                passage.path("start").intValue(), passage.path("end").intValue());

        assertThat(passage.path("text").stringValue()).isEqualTo(words);
    }

    @Test
    void unquotedWordsAreOneQuestion() {
        var line = line("ask", "--json", "When", "do", "they", "meet?");

        assertThat(line.path("question").stringValue()).isEqualTo(WHEN);
    }

    @Test
    void readsQuestionsAsTextOrJson() throws IOException {
        var file = Files.writeString(folder.resolve("q"), TALK + "\n\n{\"question\": \"Who?\"}\n");

        var lines = lines(commandLine.run("ask", "--json", "--questions", file.toString()));

        assertThat(lines)
                .extracting(line -> line.path("question").stringValue())
                .containsExactly(TALK, "Who?");
    }

    @Test
    void ignoresByteOrderMark() throws IOException {
        var file = Files.writeString(folder.resolve("q"), "\uFEFF" + WHEN);

        var lines = lines(commandLine.run("ask", "--json", "--questions", file.toString()));

        assertThat(lines.getFirst().path("answered").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--json --questions -"})
    void readsQuestionsFromStandardInput(String options) {
        var outcome = commandLine.runWithInput(TALK + "\n" + WHEN, ("ask " + options).split(" "));

        assertThat(lines(outcome)).hasSize(2);
    }

    @Test
    void reportsInvalidJsonWithLineNumber() {
        var outcome = commandLine.runWithInput(WHEN + "\n{\"question\": \n", "ask", "--json");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(lines(outcome)).hasSize(1);
        assertThat(outcome.err())
                .isEqualTo(
                        "standard input line 2: {\"question\":  is not JSON."
                                + " Write {\"question\": \"…\"}, or the question as plain text.\n");
    }

    @Test
    void reportsObjectWithoutQuestionWithLineNumber() throws IOException {
        var file = Files.writeString(folder.resolve("q.jsonl"), "{\"q\": \"Who?\"}");

        var outcome = commandLine.run("ask", "--json", "--questions", file.toString());

        assertThat(outcome.err())
                .isEqualTo(
                        file
                                + " line 1: {\"q\": \"Who?\"} has no \"question\" that is a string."
                                + " Write {\"question\": \"…\"}, or the question as plain text.\n");
    }

    @Test
    void rejectsFileThatIsNotUtf8() throws IOException {
        var file = Files.writeString(folder.resolve("q"), "Où?", StandardCharsets.ISO_8859_1);

        var outcome = commandLine.run("ask", "--json", "--questions", file.toString());

        assertThat(outcome)
                .isEqualTo(
                        new CommandLineFixture.Outcome(
                                2, "", file + " is not UTF-8. Save it as UTF-8.\n"));
    }

    @Test
    void textShowsWhatAnotherArticleAnswersToo() {
        String out = commandLine.with(AnswerFixture.SECOND_SOURCE).run("ask", NAMED).out();

        assertThat(out)
                .isEqualTo(
                        """
                        “Loose talk is dangerous,” she said. It was raining 😀.

                        — Julianne Smith, US ambassador to NATO
                        Two-day meeting · Euronews · October 12, 2022 · ¶2
                        https://example.org/meeting

                        Another article answers it, too:

                        “Loose talk is dangerous,” Smith said on Tuesday.

                        Loose talk · ¶1

                        """);
    }

    @Test
    void secondSourceIsAPassageWithItsOwnEmphasis() {
        commandLine.with(AnswerFixture.SECOND_SOURCE);

        var second = line("ask", "--json", NAMED).path("secondSource");

        assertThat(second.at("/passage/articleId").stringValue()).isEqualTo("talk");
        assertThat(second.at("/passage/emphasis/text").stringValue())
                .isEqualTo("“Loose talk is dangerous,” Smith said on Tuesday.");
        assertThat(second.path("speaker").isNull()).isTrue();
    }

    @Test
    void questionThatRefersBackHasNoSecondSource() {
        commandLine.with(AnswerFixture.SECOND_SOURCE);

        assertThat(line("ask", "--json", TALK).path("secondSource").isNull()).isTrue();
    }

    @Test
    void whatIsNoAnswerHasNoSecondSource() {
        commandLine.with(AnswerFixture.SECOND_SOURCE);

        assertThat(line("ask", "--json", PERHAPS).path("secondSource").isNull()).isTrue();
    }

    @Test
    void textShowsPassageSpeakerAndSource() {
        var outcome = commandLine.run("ask", TALK);

        assertThat(outcome.out())
                .isEqualTo(
                        """
                        “Loose talk is dangerous,” she said. It was raining 😀.

                        — Julianne Smith, US ambassador to NATO
                        Two-day meeting · Euronews · October 12, 2022 · ¶2
                        https://example.org/meeting

                        """);
    }

    @Test
    void chatsWithoutTerminal() {
        var outcome = commandLine.runWithInput("Thanks!\n\n  \n" + WHEN + "\n", "ask");

        assertThat(outcome)
                .isEqualTo(
                        new CommandLineFixture.Outcome(
                                0,
                                """
                                You’re welcome.

                                Ministers meet on Wednesday.

                                Two-day meeting · ¶1

                                """,
                                ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/quit", "quit", "exit", " Exit "})
    void quitEndsChat(String quit) {
        var outcome = commandLine.runWithInput(quit + "\nThanks!\n", "ask");

        assertThat(outcome).isEqualTo(new CommandLineFixture.Outcome(0, "", ""));
    }

    @Test
    void helpSaysWhatCanBeWritten() {
        var outcome = commandLine.runWithInput("/help\n", "ask");

        assertThat(outcome.out())
                .startsWith("Write a question about the articles")
                .contains("/quit, exit or Ctrl-D");
    }

    @Test
    void waitsUntilContentIsRead() throws InterruptedException {
        commandLine.run("ask", TALK);

        inOrder(commandLine.library).verify(commandLine.library).awaitSettled();
    }

    private JsonNode line(String... arguments) {
        return lines(commandLine.run(arguments)).getFirst();
    }

    private static List<JsonNode> lines(CommandLineFixture.Outcome outcome) {
        return outcome.out().lines().map(JsonLines::read).toList();
    }
}
