package dev.verbatim.telegram.message;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextHash;
import dev.verbatim.article.TextSpan;
import dev.verbatim.telegram.ArticleFixtures;
import dev.verbatim.telegram.message.PassageReference.Resolution;
import org.junit.jupiter.api.Test;

class PassageReferenceTest {

    private static final Article SHIPS =
            article(
                    "ships",
                    "The ships came. They were grey.",
                    "Nobody saw them leave. It rained.");

    @Test
    void encodedReferenceIsDecodedAndFitsIntoALink() {
        forAll(
                source ->
                        new PassageReference(
                                source.anyLong(),
                                source.anyLong(),
                                source.anyInt(),
                                source.between(1, Integer.MAX_VALUE),
                                new TextSpan(
                                        source.between(0, Integer.MAX_VALUE - 1),
                                        Integer.MAX_VALUE)),
                passageReference -> {
                    assertThat(PassageReference.decode(passageReference.encode()))
                            .contains(passageReference);
                    assertThat(passageReference.encode()).matches("[A-Za-z0-9_-]{1,64}");
                });
    }

    @Test
    void damagedCodeIsKnown() {
        String code = new PassageReference(1, 2, 3, 4, new TextSpan(0, 9)).encode();

        assertThat(PassageReference.isDamaged(code.substring(0, code.length() - 1))).isTrue();
        assertThat(PassageReference.isDamaged(code.substring(0, 20))).isTrue();
        assertThat(PassageReference.isDamaged(code)).isFalse();
        assertThat(PassageReference.isDamaged("ref_facebook")).isFalse();
        assertThat(PassageReference.isDamaged("A".repeat(64))).isFalse();
        assertThat(PassageReference.isDamaged("")).isFalse();
    }

    @Test
    void otherCodesAreRefused() {
        forAll(
                source -> source.anyText(40),
                code -> {
                    assertThat(PassageReference.decode(code)).isEmpty();
                });
    }

    @Test
    void forgedCodeResolvesInsideTheArticleOrNotAtAll() {
        forAll(
                source -> source.between(1, 4),
                source -> {
                    int start = source.between(0, 60);
                    return new TextSpan(start, start + source.between(1, 60));
                },
                (paragraph, span) -> {
                    var forged =
                            new PassageReference(
                                    TextHash.of("ships"),
                                    TextHash.of(SHIPS.text()),
                                    0,
                                    paragraph,
                                    span);

                    switch (forged.resolve(SHIPS)) {
                        case Resolution.Unchanged(var passage, var emphasis) ->
                                assertThat(passage.span().contains(emphasis)).isTrue();
                        case Resolution.Changed _ -> assertThat(paragraph).isNegative();
                        case Resolution.Missing _ ->
                                assertThat(paragraph > 2 || span.end() > 30).isTrue();
                    }
                });
    }

    @Test
    void unchangedArticleResolvesToTheSameWords() {
        Passage passage = SHIPS.passages().get(1);
        TextSpan sentence = passage.sentences().getLast();

        Resolution resolution = PassageReference.of(passage, sentence).resolve(SHIPS);

        assertThat(resolution).isEqualTo(new Resolution.Unchanged(passage, sentence));
    }

    @Test
    void movedParagraphIsFoundByItsWords() {
        PassageReference passageReference = bookmark(1);
        Article grown =
                article(
                        "ships",
                        "A new beginning.",
                        "The ships came. They were grey.",
                        "Nobody saw them leave. It rained.");

        Resolution resolution = passageReference.resolve(grown);

        assertThat(resolution).isEqualTo(new Resolution.Changed(grown.passages().get(2)));
    }

    @Test
    void rewrittenParagraphIsFoundByItsNumber() {
        Article rewritten = article("ships", "The ships came. They were grey.", "It snowed.");

        Resolution resolution = bookmark(1).resolve(rewritten);

        assertThat(resolution).isEqualTo(new Resolution.Changed(rewritten.passages().get(1)));
    }

    @Test
    void shortenedArticleHasLostThePassage() {
        assertThat(bookmark(1).resolve(article("ships", "The ships.")))
                .isEqualTo(new Resolution.Missing());
    }

    @Test
    void knowsItsArticle() {
        assertThat(bookmark(0).isOf("ships")).isTrue();
        assertThat(bookmark(0).isOf("Корабли")).isFalse();
    }

    private static PassageReference bookmark(int number) {
        Passage passage = SHIPS.passages().get(number);
        return PassageReference.of(passage, passage.sentences().getFirst());
    }

    private static Article article(String id, String... paragraphs) {
        return ArticleFixtures.paragraphs(id, "The ships", paragraphs);
    }
}
