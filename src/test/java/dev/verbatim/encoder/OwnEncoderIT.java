package dev.verbatim.encoder;

import static dev.verbatim.encoder.CosineScale.cosine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.verbatim.encoder.Encoder.EncoderSettings;
import dev.verbatim.encoder.Encoder.Pooling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All-MiniLM-L6-v2 in place of the bundled model: other weights, no prefixes, other cosines.
class OwnEncoderIT {

    private static final String MINILM = "all-minilm-l6-v2-q";

    @TempDir static Path folder;

    private static String model;
    private static String tokenizer;

    @BeforeAll
    static void unpack() throws IOException {
        model = file(MINILM + ".onnx");
        tokenizer = file(MINILM + "-tokenizer.json");
    }

    private static String file(String resource) throws IOException {
        Path file = folder.resolve(resource);
        try (InputStream content = OwnEncoderIT.class.getResourceAsStream("/" + resource)) {
            Files.write(file, Objects.requireNonNull(content, resource).readAllBytes());
        }
        return file.toString();
    }

    private static EncoderSettings settings(String model, String tokenizer, String... languages) {
        return new EncoderSettings(model, tokenizer, "", "", Pooling.MEAN, List.of(languages));
    }

    private static Encoder minilm() {
        return Encoder.open(settings(model, tokenizer, "en"), folder);
    }

    @Test
    void answeringPassageIsNearerThanOneWithTheSameWords() {
        try (Encoder encoder = minilm()) {
            float[] question = encoder.encodeQuestion("How many vessels patrol the sea?");

            double answering =
                    cosine(question, encoder.encodePassage("Over 30 ships are on guard."));
            double other =
                    cosine(question, encoder.encodePassage("She sees how many people shop."));

            assertThat(answering).isGreaterThan(other);
        }
    }

    @Test
    void cosinesLieWhereThoseOfTheBundledModelLie() {
        String question = "Who spoke in Brussels?";
        try (Encoder own = minilm();
                Encoder bundled = Encoder.load(folder)) {
            for (String text : List.of("The minister spoke there.", "Bread is sold out by noon.")) {
                double expected =
                        cosine(bundled.encodeQuestion(question), bundled.encodePassage(text));

                assertThat(cosine(own.encodeQuestion(question), own.encodePassage(text)))
                        .isEqualTo(expected, within(0.1));
            }
        }
    }

    @Test
    void vectorsHaveLengthOne() {
        try (Encoder encoder = minilm()) {
            float[] vector = encoder.encodePassage("Ministers meet in Brussels.");

            assertThat(cosine(vector, vector)).isEqualTo(1, within(1e-5));
        }
    }

    /// What the constant was measured with.
    @Test
    void bundledModelNeedsNoCalibration() {
        try (Encoder bundled = Encoder.load(folder)) {
            CosineScale calibration =
                    CosineScale.of(bundled::encodeQuestion, bundled::encodePassage, List.of("en"));

            assertThat(calibration).isEqualTo(CosineScale.NONE);
        }
    }

    @Test
    void knowsTheLanguagesOfItsSettings() {
        EncoderSettings two = settings(model, tokenizer, "en", " de");
        EncoderSettings any = settings(model, tokenizer, "*");

        assertThat(two.speaks(Locale.UK)).isTrue();
        assertThat(two.speaks(Locale.GERMAN)).isTrue();
        assertThat(two.speaks(Locale.FRENCH)).isFalse();
        assertThat(any.speaks(Locale.FRENCH)).isTrue();
        assertThat(any.speaks(Locale.ROOT)).isTrue();
    }

    @Test
    void languageThatTheModelDoesNotKnowIsRefused() {
        assertRefused(
                settings(model, tokenizer, "en", "ru"),
                "verbatim.encoder: in the language ru,",
                "Are tokenizer, prefixes, pooling and languages those");
        assertRefused(settings(model, tokenizer, "*"), "verbatim.encoder: in the language");
    }

    @Test
    void nameChangesWithWhatVectorsDependOn() {
        var prefixed =
                new EncoderSettings(model, tokenizer, "", "passage: ", Pooling.MEAN, List.of("en"));
        try (Encoder one = minilm();
                Encoder same = minilm();
                Encoder other = Encoder.open(prefixed, folder)) {
            assertThat(one.model()).isEqualTo(same.model()).isNotEqualTo(other.model());
        }
    }

    @Test
    void bundledModelIsTakenWithoutSettings() {
        try (Encoder encoder = Encoder.open(settings("", "", "de"), folder)) {
            assertThat(encoder.model()).isEqualTo(Encoder.BUNDLED);
            assertThat(encoder.speaks(Locale.ENGLISH)).isTrue();
            assertThat(encoder.speaks(Locale.GERMAN)).isFalse();
        }
    }

    private static void assertRefused(EncoderSettings settings, String... words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Encoder.open(settings, folder))
                .satisfies(
                        refused ->
                                assertThat(refused.getMessage())
                                        .contains(words)
                                        .doesNotContain("\n"));
    }

    @Test
    void missingFilesAreRefused() {
        assertRefused(
                settings("nowhere.onnx", tokenizer, "en"),
                "verbatim.encoder.model: nowhere.onnx can't be read.",
                "or leave it empty");
        assertRefused(
                settings(model, "nowhere.json", "en"),
                "verbatim.encoder.tokenizer: \"nowhere.json\" can't be read.");
        assertRefused(settings(model, "", "en"), "verbatim.encoder.tokenizer: \"\" can't be read.");
        assertRefused(settings("", tokenizer, "en"), "verbatim.encoder.model is not");
    }

    @Test
    void filesOfOtherKindsAreRefused() {
        assertRefused(
                settings(tokenizer, tokenizer, "en"),
                "verbatim.encoder.model: " + tokenizer + " is no ONNX model");
        assertRefused(
                settings(model, model, "en"),
                "verbatim.encoder.tokenizer: \"" + model + "\" is no tokenizer");
    }

    @Test
    void networkWithOtherOutputsIsRefused() throws IOException {
        Path reader = folder.resolve("reader.onnx");
        try (InputStream content =
                OwnEncoderIT.class.getResourceAsStream("/dev/verbatim/reader/own-reader.onnx")) {
            Files.write(reader, Objects.requireNonNull(content).readAllBytes());
        }

        assertRefused(
                settings(reader.toString(), tokenizer, "en"),
                "verbatim.encoder.model: " + reader + " has no output");
    }

    @Test
    void unknownLanguageIsRefused() {
        assertRefused(
                settings(model, tokenizer, "english"),
                "verbatim.encoder.languages: \"english\" is no code of a language.");
    }

    @Test
    void encoderThatTellsNothingApartIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                CosineScale.of(
                                        _ -> new float[] {1, 0},
                                        _ -> new float[] {0, 1},
                                        List.of("de")))
                .withMessageContaining("in the language de");
    }

    @Test
    void languageWithoutPairsIsNotCalibrated() {
        assertThat(CosineScale.of(_ -> new float[] {1, 0}, _ -> new float[] {0, 1}, List.of("fi")))
                .isEqualTo(CosineScale.NONE);
    }
}
