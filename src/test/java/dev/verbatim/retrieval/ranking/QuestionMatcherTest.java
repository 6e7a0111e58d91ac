package dev.verbatim.retrieval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.verbatim.article.Article;
import dev.verbatim.article.Publication;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.telegram.ArticleFixtures;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuestionMatcherTest {

    private static final String SAME_WORDS = "How many ships patrol the Baltic Sea?";
    private static final String OTHER_WORDS = "Who guards that water?";
    private static final Article SHIPS =
            ArticleFixtures.oneParagraph(
                    Publication.titled("News of the week").in(Locale.ENGLISH),
                    "Over thirty ships patrol the Baltic Sea.",
                    "Aircraft support them.");

    private final Encoder encoder = mock(Encoder.class);
    private final VectorCache vectors = mock(VectorCache.class);
    private QuestionMatcher matcher;

    @BeforeEach
    void encodeEveryLanguage() {
        when(encoder.speaks(any())).thenReturn(true);
        when(vectors.encoder()).thenReturn(encoder);
        when(vectors.encodePassage(any())).thenReturn(new float[] {1, 0});
        matcher = new QuestionMatcher(vectors);
    }

    private void similarity(double cosine) {
        float[] question = {(float) cosine, (float) Math.sqrt(1 - cosine * cosine)};
        when(encoder.encodeQuestion(any())).thenReturn(question);
    }

    private boolean matches(String question) {
        return matcher.matches(SHIPS).test(question);
    }

    @Test
    void questionInOtherWordsIsFoundByItsMeaning() {
        similarity(0.85);

        assertThat(matches(OTHER_WORDS)).isTrue();
    }

    @Test
    void questionInTheArticlesWordsOnSomethingElseIsNot() {
        similarity(0.7);

        assertThat(matches(SAME_WORDS)).isFalse();
    }

    @Test
    void wordsDecideWhereTheMeaningIsInDoubt() {
        similarity(0.79);

        assertThat(matches(SAME_WORDS)).isTrue();
        assertThat(matches(OTHER_WORDS)).isFalse();
    }

    @Test
    void wordsDecideAloneInALanguageWithoutVectors() {
        when(encoder.speaks(any())).thenReturn(false);

        assertThat(matches(SAME_WORDS)).isTrue();
        assertThat(matches(OTHER_WORDS)).isFalse();
    }

    @Test
    void articleWithoutWordsAnswersNothing() {
        when(encoder.speaks(any())).thenReturn(false);
        Article empty =
                ArticleFixtures.oneParagraph(
                        Publication.titled("…").in(Locale.ENGLISH), "… … …", "…");

        assertThat(matcher.matches(empty).test(SAME_WORDS)).isFalse();
    }

    @Test
    void vectorOfAQuestionIsMadeOnce() {
        similarity(0.9);
        matcher.prepare(SAME_WORDS);

        matches(SAME_WORDS);
        matches(SAME_WORDS);

        verify(encoder, times(1)).encodeQuestion(SAME_WORDS);
    }

    @Test
    void vectorOfAQuestionThatNoLongerWaitsIsForgotten() {
        similarity(0.9);
        matcher.prepare(SAME_WORDS);

        matcher.retain(List.of(OTHER_WORDS));
        matcher.prepare(SAME_WORDS);

        verify(encoder, times(2)).encodeQuestion(SAME_WORDS);
    }
}
