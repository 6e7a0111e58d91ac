package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Passage;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A row of the table `seed-questions.txt`, which says what each column is.
///
/// @param paragraph that answers; 0 when none does
/// @param speaker full name; empty when the words are the article's own
/// @param words of the paragraph that answer; empty when none do
record Judgment(Expected expected, int paragraph, String speaker, String words, String question) {

    static final String TABLE = "seed-questions.txt";

    /// What a question comes to, from the best to the worst. The table explains the constants.
    enum Expected {
        RIGHT,
        CLOSEST,
        MISSED,
        HONEST,
        KNOWN_WRONG
    }

    /// What an answer to the question comes to.
    Expected outcome(Answer answer) {
        Expected outcome =
                outcome(
                        answer,
                        words,
                        passage -> isAnswerable() && passage.paragraph() == paragraph);
        return outcome == Expected.MISSED && !isAnswerable() ? Expected.HONEST : outcome;
    }

    /// What an answer comes to, if the articles do answer.
    ///
    /// @param words that the emphasis of a right answer has
    /// @param isRight whether a passage is the one that answers
    static Expected outcome(Answer answer, String words, Predicate<Passage> isRight) {
        return switch (answer) {
            case Answer.Found(var passage, var emphasis, _, _, _) ->
                    isRight.test(passage) && emphasis.of(passage.article().text()).contains(words)
                            ? Expected.RIGHT
                            : Expected.KNOWN_WRONG;
            case Answer.Closest closest -> unsure(Stream.of(closest.passage()), isRight);
            case Answer.NotFound none -> unsure(none.nearest().stream(), isRight);
            case Answer.Unattributed _, Answer.NoQuestion _ -> Expected.KNOWN_WRONG;
        };
    }

    private static Expected unsure(Stream<Passage> bestFirst, Predicate<Passage> isRight) {
        return bestFirst.limit(1).anyMatch(isRight) ? Expected.CLOSEST : Expected.MISSED;
    }

    static List<Judgment> table() {
        return table(TABLE);
    }

    static List<Judgment> table(String name) {
        return JudgmentRow.table(name, Judgment::read);
    }

    /// Fails when a row of a table quotes what its paragraph doesn't say, or stands there twice.
    static void assertQuotesCorrectly(List<Judgment> table, AnswerPipeline pipeline) {
        assertThat(table).extracting(Judgment::question).doesNotHaveDuplicates();
        assertThat(table.stream().filter(Judgment::isAnswerable))
                .allSatisfy(
                        judgment ->
                                assertThat(pipeline.paragraph(judgment.paragraph()))
                                        .contains(judgment.words()));
        assertThat(table.stream().filter(judgment -> !judgment.isAnswerable()))
                .extracting(Judgment::expected)
                .isSubsetOf(Expected.HONEST, Expected.KNOWN_WRONG);
    }

    private static Judgment read(JudgmentRow row) {
        return new Judgment(
                Expected.valueOf(row.text(0)),
                row.number(1),
                speaker(row.text(2)),
                row.text(3),
                row.text(4));
    }

    static String speaker(String surname) {
        return switch (surname) {
            case "Stoltenberg" -> "Jens Stoltenberg";
            case "Smith" -> "Julianne Smith";
            case "" -> "";
            default -> throw new AssertionError("the article quotes no " + surname);
        };
    }

    boolean isAnswerable() {
        return paragraph > 0;
    }

    @Override
    public String toString() {
        return question;
    }
}
