package dev.verbatim.answer;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A row of the table `seed-follow-ups.txt`, which says what each column is.
///
/// @param paragraph that answers; 0 when none does
/// @param speaker full name; empty when the words are the article's own
/// @param words of the paragraph that answer; empty when none do
/// @param earlier what was asked before, the first one first
record FollowUpJudgment(
        Expected expected,
        int paragraph,
        String speaker,
        String words,
        List<String> earlier,
        String followUp) {

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

    static List<FollowUpJudgment> table() {
        return JudgmentRow.table("seed-follow-ups.txt", 6, FollowUpJudgment::read);
    }

    private static FollowUpJudgment read(JudgmentRow row) {
        return new FollowUpJudgment(
                Expected.valueOf(row.text(0)),
                row.number(1),
                Judgment.speaker(row.text(2)),
                row.text(3),
                Arrays.asList(AND_THEN.split(row.text(4))),
                row.text(5));
    }

    /// What an answer to a follow-up that isn't solved comes to.
    Expected outcome(Answer answer) {
        boolean isAnswerable = paragraph > 0;
        return switch (Judgment.outcome(
                answer, words, passage -> isAnswerable && passage.paragraph() == paragraph)) {
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
