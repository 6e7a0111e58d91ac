package dev.verbatim.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderIT {

    @TempDir static Path folder;

    private static Encoder encoder;

    @BeforeAll
    static void load() {
        encoder = Encoder.load(folder);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void answeringPassageIsNearerThanOneWithTheSameWords() {
        float[] question = encoder.encodeQuestion("How many vessels patrol the sea?");

        double answering = cosine(question, encoder.encodePassage("Over 30 ships are on guard."));
        double other = cosine(question, encoder.encodePassage("She sees how many people shop."));

        assertThat(answering).isGreaterThan(other);
    }

    @Test
    void vectorsHaveLengthOne() {
        float[] vector = encoder.encodePassage("Ministers meet in Brussels.");

        assertThat(vector).hasSize(Encoder.DIMENSIONS);
        assertThat(cosine(vector, vector)).isEqualTo(1, within(1e-5));
    }

    @Test
    void anyTextCanBeEncoded() {
        List<String> texts = List.of("", " ", "🙂", "\uD83D", "اللغة", "a".repeat(100_000), "\0");

        assertThat(texts)
                .allSatisfy(
                        text -> assertThat(encoder.encodePassage(text)).doesNotContain(Float.NaN));
    }

    @Test
    void parallelEncodingGivesTheSameVectors() {
        float[] alone = encoder.encodeQuestion("Who spoke in Brussels?");

        List<float[]> together =
                IntStream.range(0, 32)
                        .parallel()
                        .mapToObj(_ -> encoder.encodeQuestion("Who spoke in Brussels?"))
                        .toList();

        assertThat(together).allSatisfy(vector -> assertThat(vector).containsExactly(alone));
    }

    @Test
    void speaksEnglishOnly() {
        assertThat(encoder.speaks(Locale.UK)).isTrue();
        assertThat(encoder.speaks(Locale.GERMAN)).isFalse();
        assertThat(encoder.speaks(Locale.ROOT)).isFalse();
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
