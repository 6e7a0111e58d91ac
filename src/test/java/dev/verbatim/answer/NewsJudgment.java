package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Judgment.Expected;
import dev.verbatim.article.Passage;
import java.util.List;

/// A row of the table `news-questions.txt`, which says what each column is, or of one like it.
///
/// @param paragraph that answers; 0 when none does
/// @param speaker full name; empty when the words are the article's own
/// @param words of the paragraph that answer; empty when none do
record NewsJudgment(
        Expected expected,
        String articleId,
        int paragraph,
        String speaker,
        String words,
        String question) {

    static List<NewsJudgment> table(String name) {
        return JudgmentRow.table(name, NewsJudgment::read);
    }

    /// Fails when a row of a table quotes what its paragraph doesn't say, or stands there twice.
    static void assertQuotesCorrectly(List<NewsJudgment> table, AnswerPipeline pipeline) {
        assertThat(table).extracting(NewsJudgment::question).doesNotHaveDuplicates();
        assertThat(table.stream().filter(NewsJudgment::isAnswerable))
                .allSatisfy(
                        judgment ->
                                assertThat(
                                                AnswerPipeline.paragraph(
                                                        pipeline.article(judgment.articleId()),
                                                        judgment.paragraph()))
                                        .contains(judgment.words()));
    }

    private static NewsJudgment read(JudgmentRow row) {
        return new NewsJudgment(
                Expected.valueOf(row.text(0)),
                row.text(1),
                row.number(2),
                row.text(3),
                row.text(4),
                row.text(5));
    }

    /// What an answer to the question comes to.
    Expected outcome(Answer answer) {
        Expected outcome =
                Judgment.outcome(answer, words, passage -> isAnswerable() && isAt(passage));
        return outcome == Expected.MISSED && !isAnswerable() ? Expected.HONEST : outcome;
    }

    private boolean isAt(Passage passage) {
        return passage.article().id().equals(articleId) && passage.paragraph() == paragraph;
    }

    boolean isAnswerable() {
        return paragraph > 0;
    }

    @Override
    public String toString() {
        return question;
    }
}
