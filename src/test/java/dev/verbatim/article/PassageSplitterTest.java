package dev.verbatim.article;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.property.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageSplitterTest {

    @Test
    void shortParagraphIsOnePassage() {
        assertThat(PassageSplitter.split(paragraph(400, 400, 398)))
                .containsExactly(new TextSpan(0, 1_200));
    }

    @Test
    void splitsLongParagraphIntoEqualPieces() {
        assertThat(PassageSplitter.split(paragraph(300, 300, 300, 300, 300, 300)))
                .containsExactly(new TextSpan(0, 902), new TextSpan(903, 1_805));
    }

    @Test
    void leavesNoShortRemainder() {
        assertThat(lengths(PassageSplitter.split(paragraph(290, 290, 290, 290, 50))))
                .containsExactly(581, 632);
    }

    @Test
    void aGiantSentenceStaysWhole() {
        assertThat(lengths(PassageSplitter.split(paragraph(100, 3_000, 100))))
                .containsExactly(100, 3_000, 100);
    }

    @Test
    void giantSentenceIsAParagraphOfItsOwn() {
        assertThat(PassageSplitter.split(paragraph(5_000))).containsExactly(new TextSpan(0, 5_000));
    }

    @Test
    void everySentenceIsInExactlyOneShortPassage() {
        forAll(
                PassageSplitterTest::lengths,
                lengths -> {
                    Paragraph paragraph =
                            paragraph(lengths.stream().mapToInt(Integer::intValue).toArray());

                    List<TextSpan> pieces = PassageSplitter.split(paragraph);

                    assertThat(paragraph.sentences())
                            .allMatch(
                                    sentence ->
                                            pieces.stream()
                                                            .filter(
                                                                    piece ->
                                                                            piece.contains(
                                                                                    sentence))
                                                            .count()
                                                    == 1);
                    assertThat(pieces)
                            .allMatch(piece -> piece.length() <= PassageSplitter.MAX_LENGTH);
                });
    }

    private static List<Integer> lengths(RandomSource random) {
        return random.list(2, 60, source -> source.between(1, 900));
    }

    private static Paragraph paragraph(int... lengths) {
        List<TextSpan> sentences = new ArrayList<>();
        int start = 0;
        for (int length : lengths) {
            sentences.add(new TextSpan(start, start + length));
            start += length + 1;
        }
        return new Paragraph(
                new TextSpan(0, Arrays.stream(lengths).sum() + lengths.length - 1), sentences);
    }

    private static List<Integer> lengths(List<TextSpan> spans) {
        return spans.stream().map(TextSpan::length).toList();
    }
}
