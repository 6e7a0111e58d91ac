package dev.verbatim.article.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.SampleText;
import dev.verbatim.article.TextSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every quotation of the first article, and its speaker.
class SeedQuotationsTest {

    private static final String STOLTENBERG = "Jens Stoltenberg (NATO Secretary general)";
    private static final String SMITH = "Julianne Smith (US ambassador to NATO)";

    private final SampleText article = SampleText.seedArticle();

    @Test
    void allTenQuotationsHaveTheirSpeaker() {
        var attributed = article.attributed().stream().map(SeedQuotationsTest::beginning);

        assertThat(attributed)
                .containsExactly(
                        STOLTENBERG + ": “The message from NATO",
                        STOLTENBERG + ": “We will discuss, address",
                        STOLTENBERG + ": “the top priority will",
                        SMITH + ": “NATO recently held a",
                        SMITH + ": “So this will be",
                        STOLTENBERG + ": “We have doubled our",
                        STOLTENBERG + ": “supported by maritime patrol",
                        SMITH + ": “Nuclear deterrence is a",
                        SMITH + ": “What we know is",
                        SMITH + ": “quite directly that any");
    }

    /// Who, and the first four words.
    private static String beginning(String line) {
        String[] parts = line.split("“", 2);
        List<String> words = List.of(parts[1].split(" ", 5));
        return parts[0] + "“" + String.join(" ", words.subList(0, 4));
    }

    @Test
    void nameOfAnExerciseIsNoQuotation() {
        var steadfastNoon =
                new TextSpan(article.text().indexOf("“Steadfast"), article.text().indexOf("Noon”"));

        assertThat(article.quotations())
                .noneMatch(quotation -> quotation.content().overlaps(steadfastNoon));
    }
}
