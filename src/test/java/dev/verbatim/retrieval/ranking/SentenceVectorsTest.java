package dev.verbatim.retrieval.ranking;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.verbatim.retrieval.IndexFixtures;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceVectorsTest {

    @Test
    void packedVectorsKeepTheirCosines() {
        forAll(
                200,
                source -> source.list(0, 5, one -> one.anyText(40)),
                source -> source.anyText(40),
                (sentences, question) -> {
                    float[] asked = IndexFixtures.vector(question);

                    List<Double> cosines =
                            SentenceVectors.cosines(
                                    ByteBuffer.wrap(
                                            SentenceVectors.pack(
                                                    sentences.stream()
                                                            .map(IndexFixtures::vector)
                                                            .toList())),
                                    asked);

                    assertThat(cosines).hasSameSizeAs(sentences);
                    for (int i = 0; i < cosines.size(); i++) {
                        assertThat(cosines.get(i))
                                .isCloseTo(
                                        dotProduct(IndexFixtures.vector(sentences.get(i)), asked),
                                        within(0.005));
                    }
                });
    }

    private static double dotProduct(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
