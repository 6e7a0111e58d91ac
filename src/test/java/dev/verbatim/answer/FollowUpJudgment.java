package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A row of the table `seed-follow-ups.txt`, which says what each column is, or of one with a
/// column more for the article.
///
/// @param articleId empty where only one article is served
/// @param paragraph that answers; 0 when none does
/// @param speaker full name; empty when the words are the article's own
/// @param words of the paragraph that answer; empty when none do
/// @param earlier what was asked before, the first one first
record FollowUpJudgment(
        Expected expected,
        String articleId,
        int paragraph,
        String speaker,
        String words,
        List<String> earlier,
        String followUp) {

    /// Without one for the article.
    private static final int COLUMNS = 6;

    private static final Pattern AND_THEN = Pattern.compile(" > ");

    /// What a follow-up comes to, from the best to the worst. The table explains the constants.
    enum Expected {
        RIGHT,
        NOBODY,
        HONEST,
        ALONE,
        MISSED,
        KNOWN_WRONG
    }

    static List<FollowUpJudgment> table(String name) {
        return JudgmentRow.table(name, FollowUpJudgment::read);
    }

    private static FollowUpJudgment read(JudgmentRow row) {
        boolean hasArticle = row.columns().size() > COLUMNS;
        int at = hasArticle ? 1 : 0;
        return new FollowUpJudgment(
                Expected.valueOf(row.text(0)),
                hasArticle ? row.text(1) : "",
                row.number(at + 1),
                hasArticle ? row.text(at + 2) : Judgment.speaker(row.text(at + 2)),
                row.text(at + 3),
                Arrays.asList(AND_THEN.split(row.text(at + 4))),
                row.text(at + 5));
    }

    /// Whether a passage is of the article that the dialogue is about.
    boolean isOfArticle(Passage passage) {
        return articleId.isEmpty() || articleId.equals(passage.article().id());
    }

    /// What an answer to a follow-up comes to.
    Expected outcome(Answer answer) {
        boolean isAnswerable = paragraph > 0;
        return switch (Judgment.outcome(
                answer,
                words,
                passage ->
                        isAnswerable && isOfArticle(passage) && passage.paragraph() == paragraph)) {
            case RIGHT -> Expected.RIGHT;
            case CLOSEST, MISSED, HONEST -> isAnswerable ? Expected.MISSED : Expected.HONEST;
            case KNOWN_WRONG -> Expected.KNOWN_WRONG;
        };
    }

    boolean isFollowUp() {
        return expected != Expected.ALONE;
    }

    @Override
    public String toString() {
        return String.join(" > ", earlier) + " > " + followUp;
    }
}
