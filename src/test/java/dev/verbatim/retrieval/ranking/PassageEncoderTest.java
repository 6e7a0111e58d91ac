package dev.verbatim.retrieval.ranking;

import static dev.verbatim.retrieval.IndexFixtures.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.retrieval.IndexFixtures;
import dev.verbatim.retrieval.ranking.PassageEncoder.EncodedPassage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PassageEncoderTest {

    private static final String BRIDGE = "Die Brücke wurde geschlossen. Niemand wohnt dort.";
    private static final Article GERMAN = article("one", Locale.GERMAN, BRIDGE);
    private static final Article DUTCH = article("one", Locale.of("nl"), BRIDGE);
    private static final Article ENGLISH = article("one", Locale.ENGLISH, BRIDGE);

    private final PassageEncoder encoder = new PassageEncoder(IndexFixtures.vectors());

    @Test
    void vectorsOfALanguageWithATableAreOfItsGloss() {
        List<String> texts = encoder.encodedTexts(GERMAN.passages().getFirst()).toList();

        assertThat(texts).hasSize(3);
        assertThat(texts.getFirst())
                .startsWith("Paper one. ")
                .contains("bridge")
                .contains("closed");
        assertThat(texts.get(1)).contains("bridge");
        assertThat(texts.getLast()).doesNotContain("bridge");
    }

    @Test
    void wordsThatAreSearchedAreTheArticlesOwn() {
        EncodedPassage passage = encoder.encode(GERMAN).getFirst();

        assertThat(passage.text()).contains(BRIDGE);
        assertThat(passage.searchedTerms()).doesNotContain("bridg");
        assertThat(passage.vectors()).isNotNull();
    }

    @Test
    void languageWithoutATableHasNoVectors() {
        assertThat(encoder.encode(DUTCH).getFirst().vectors()).isNull();
        assertThat(encoder.encodes(DUTCH.publication().language())).isFalse();
    }

    @Test
    void languageThatTheEncoderSpeaksIsEncodedAsItIs() {
        assertThat(encoder.encodedTexts(ENGLISH.passages().getFirst()))
                .contains("Paper one. " + BRIDGE);
    }

    /// Or an index that was made before there were glosses would stay without them.
    @Test
    void fingerprintTellsWhatTheVectorsAreOf() {
        assertThat(fingerprint(GERMAN)).endsWith("/model 1/gloss1");
        assertThat(fingerprint(ENGLISH)).endsWith("/model 1");
        assertThat(fingerprint(DUTCH)).endsWith("/");
    }

    @Test
    void encoderThatDoesNotKnowEnglishGetsNoGlosses() {
        var speechless = new PassageEncoder(IndexFixtures.noVectors());

        assertThat(speechless.encode(GERMAN).getFirst().vectors()).isNull();
        assertThat(speechless.vectorSource()).isEqualTo("model 1");
        assertThat(encoder.vectorSource()).isEqualTo("model 1/gloss1");
    }

    private String fingerprint(Article article) {
        return encoder.fingerprint(article, StoredArticle.of(article));
    }
}
