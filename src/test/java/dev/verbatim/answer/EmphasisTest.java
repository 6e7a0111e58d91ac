package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.retrieval.Ranking;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which words of a passage are emphasised when its sentences look alike.
class EmphasisTest {

    private static final String BLOOD =
            "The county tested the blood of 88 children. In 19 of them the level was too high.";

    private static final String TABLE =
            """
            | Round | Home | Away | Attendance |
            |---|---|---|---|
            | Semi-final | Harbour City | Old Dale | 27,560 |
            | Semi-final | Wexford United | Millbrook Rovers | 24,118 |
            | Final | Harbour City | Millbrook Rovers | 41,306 |""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How many children had a level that was too high? | In 19 of them",
                "How many children had too much lead?             | In 19 of them",
                "How many children did the county test?           | of 88 children",
                "How many children had their blood tested?        | of 88 children",
            })
    void partOfWhatWasCountedIsInTheNextSentence(String question, String words) {
        assertThat(emphasised(BLOOD, question)).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How much did the bridge cost? | nine million crowns",
                "How old is the mayor?         | Dana Lee, 61,",
                "How long did it take?         | three years",
                "How many arches does it have? | twelve arches",
                "Wie viel hat die Brücke gekostet? | nine million crowns",
            })
    void numberIsOfTheTypeThatIsAskedFor(String question, String words) {
        String text =
                "The bridge has twelve arches. It cost the town nine million crowns. The work took"
                        + " three years. The mayor, Dana Lee, 61, walked over it first.";

        assertThat(emphasised(text, question)).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How many people saw Wexford United against Millbrook? | 24,118",
                "How many people saw the final?                        | 41,306",
                "Who played the semi-final against Old Dale?           | 27,560",
            })
    void answerOfATableIsItsRow(String question, String words) {
        assertThat(emphasised(TABLE, question)).contains(words).doesNotContain("\n");
    }

    @Test
    void listIsEmphasisedWhole() {
        String list = "On the list are:\n- tanks\n- winter clothing\n- fuel\nIt is not final.";

        assertThat(emphasised(list, "Which weapons are on the list?"))
                .isEqualTo("- tanks\n- winter clothing\n- fuel");
    }

    /// Of equal sentences, the first would be emphasised.
    private static String emphasised(String text, String question) {
        Article article =
                new ArticleReader()
                        .read(
                                "emphasis",
                                Publication.titled("Emphasis").in(Locale.ENGLISH),
                                text,
                                List.of(new TextSpan(0, text.length())));
        Passage passage = article.passages().getFirst();
        List<Ranking.SentenceEvidence> sentences =
                passage.sentences().stream()
                        .map(
                                span ->
                                        new Ranking.SentenceEvidence(
                                                span, 0.5, OptionalDouble.of(0.8)))
                        .toList();
        var signals = new Ranking.Signals(1, 0.5, OptionalDouble.of(0.8), sentences);
        return AnswerSentenceSelector.select(
                        new Ranking.Candidate(passage, 1, signals),
                        Optional.empty(),
                        QuestionType.of(question))
                .of(text);
    }
}
