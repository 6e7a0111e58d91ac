package dev.verbatim.answer;

import dev.verbatim.answer.Judgment.Expected;
import java.util.List;
import java.util.regex.Pattern;

/// A row of the table `news-questions.txt`, which says what each column is.
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

    private static final Pattern BAR = Pattern.compile(" *\\| *");

    static List<NewsJudgment> table() {
        return Judgment.lines("news-questions.txt").map(NewsJudgment::read).toList();
    }

    private static NewsJudgment read(String line) {
        String[] columns = BAR.split(line, 6);
        return new NewsJudgment(
                Expected.valueOf(columns[0]),
                columns[1],
                Integer.parseInt(columns[2]),
                columns[3].equals("-") ? "" : columns[3],
                columns[4].equals("-") ? "" : columns[4],
                columns[5].strip());
    }

    boolean isAnswerable() {
        return paragraph > 0;
    }

    @Override
    public String toString() {
        return question;
    }
}
