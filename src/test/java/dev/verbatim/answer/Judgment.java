package dev.verbatim.answer;

import java.util.List;

/// A row of the table `seed-questions.txt`, which says what each column is.
///
/// @param paragraph that answers; 0 when none does
/// @param speaker full name; empty when the words are the article's own
/// @param words of the paragraph that answer; empty when none do
record Judgment(Expected expected, int paragraph, String speaker, String words, String question) {

    /// The table says what they mean.
    enum Expected {
        RIGHT,
        CLOSEST,
        MISSED,
        HONEST,
        KNOWN_WRONG
    }

    static List<Judgment> table() {
        return JudgmentRow.table("seed-questions.txt", 5, Judgment::read);
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
