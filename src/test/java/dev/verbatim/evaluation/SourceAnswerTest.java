package dev.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.SourceArticle.SourceParagraph;
import dev.verbatim.evaluation.SourceQuestion.SourceAnswer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceAnswerTest {

    @Test
    void offsetSelectsOneOccurrence() {
        var article = article("one", "two, and two");

        var places = new SourceAnswer("two", 9, 1).spansIn(article);

        assertThat(places).containsExactly(new TextSpan(14, 17));
    }

    @Test
    void withoutOffsetEveryOccurrenceCounts() {
        var article = article("one", "two, and two");

        var places = new SourceAnswer("two", null, 1).spansIn(article);

        assertThat(places).containsExactly(new TextSpan(5, 8), new TextSpan(14, 17));
    }

    @Test
    void acceptsOffsetInCodePoints() {
        var article = article("😀😀 two, two");

        var places = new SourceAnswer("two", 3, 0).spansIn(article);

        assertThat(places).containsExactly(new TextSpan(5, 8));
    }

    @Test
    void ignoresWrongOffset() {
        var article = article("one two");

        var places = new SourceAnswer("two", 1, 0).spansIn(article);

        assertThat(places).containsExactly(new TextSpan(4, 7));
    }

    @Test
    void missingWordsHaveNoSpan() {
        assertThat(new SourceAnswer("six", null, 0).spansIn(article("one"))).isEmpty();
        assertThat(new SourceAnswer("one", null, 7).spansIn(article("one"))).isEmpty();
        assertThat(new SourceAnswer("", null, 0).spansIn(article("one"))).isEmpty();
    }

    private static SourceArticle article(String first, String... more) {
        var paragraphs = new ArrayList<>(List.of(new SourceParagraph(0, first)));
        for (String text : more) {
            paragraphs.add(new SourceParagraph(first.length() + 2, text));
        }
        return new SourceArticle("a", "A", first + "\n\n" + String.join("", more), paragraphs);
    }
}
