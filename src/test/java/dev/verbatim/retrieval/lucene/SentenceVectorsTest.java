package dev.verbatim.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class SentenceVectorsTest {

    @Property(tries = 200)
    void packedVectorsKeepTheirCosines(
            @ForAll @Size(max = 5) List<String> sentences, @ForAll String question) {
        float[] asked = Papers.vector(question);

        List<Double> cosines =
                SentenceVectors.cosines(
                        SentenceVectors.pack(sentences.stream().map(Papers::vector).toList()),
                        asked);

        assertThat(cosines).hasSameSizeAs(sentences);
        for (int i = 0; i < cosines.size(); i++) {
            assertThat(cosines.get(i))
                    .isCloseTo(dotProduct(Papers.vector(sentences.get(i)), asked), within(0.005));
        }
    }

    private static double dotProduct(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
