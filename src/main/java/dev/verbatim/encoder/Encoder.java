package dev.verbatim.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A sentence encoder: text in, unit vector out, so that the dot product of two vectors is their
/// cosine. Thread-safe; one text is encoded on one thread, and several texts side by side, which on
/// a CPU is faster than batches.
///
/// The bundled model is e5-small-v2 (Wang et al., 2022, arXiv 2212.03533), quantised. It was
/// trained with the prefixes "query: " and "passage: " and with mean pooling; without them its
/// vectors are worse. [EncoderSettings] put another in its place.
public final class Encoder implements AutoCloseable {

    /// The name of the bundled model with its version, which changes whenever the same text would
    /// get another vector.
    public static final String BUNDLED = "e5-small-v2-q/1";

    /// The number of dimensions of a vector of the bundled model.
    public static final int DIMENSIONS = 384;

    /// Among the languages of an encoder: it knows every one.
    static final String ANY_LANGUAGE = "*";

    private static final EncoderSettings BUNDLED_SETTINGS =
            new EncoderSettings("", "", "query: ", "passage: ", Pooling.MEAN, List.of("en"));

    private final String model;
    private final EncoderSettings settings;
    private final OnnxEncoderModel network;
    private final CosineScale calibration;

    private Encoder(
            String model,
            EncoderSettings settings,
            OnnxEncoderModel network,
            CosineScale calibration) {
        this.model = model;
        this.settings = settings;
        this.network = network;
        this.calibration = calibration;
    }

    /// Settings of the encoder, for one of one's own.
    ///
    /// @param model path of an ONNX file; empty for the bundled one, to which the other settings
    ///   don't apply
    /// @param tokenizer path of the model's `tokenizer.json`
    /// @param questionPrefix put before questions, as the model was trained with
    /// @param passagePrefix put before passages
    /// @param pooling how the tokens' vectors become one, unless the model does that itself
    /// @param languages codes of the languages that it was trained on; `*` for any
    @ConfigurationProperties("verbatim.encoder")
    public record EncoderSettings(
            @DefaultValue("") String model,
            @DefaultValue("") String tokenizer,
            @DefaultValue("") String questionPrefix,
            @DefaultValue("") String passagePrefix,
            @DefaultValue("mean") Pooling pooling,
            @DefaultValue("en") List<String> languages) {

        private static final List<String> CODES = Arrays.asList(Locale.getISOLanguages());

        public EncoderSettings {
            languages = languages.stream().map(String::strip).toList();
        }

        boolean speaks(Locale language) {
            return languages.contains(ANY_LANGUAGE) || languages.contains(language.getLanguage());
        }

        private void requireLanguages() {
            for (String language : languages) {
                if (!language.equals(ANY_LANGUAGE) && !CODES.contains(language)) {
                    throw new IllegalArgumentException(
                            "verbatim.encoder.languages: \"%s\" is no code of a language. Write codes such as en,de, or * for any."
                                    .formatted(language));
                }
            }
        }

        /// Everything that a stored vector depends on, and the question's prefix.
        private String fingerprint(CosineScale calibration) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                add(Path.of(model), digest);
                add(Path.of(tokenizer), digest);
                String others =
                        String.join(
                                "\0",
                                questionPrefix,
                                passagePrefix,
                                pooling.name(),
                                String.format(Locale.ROOT, "%.3f", calibration.share()));
                digest.update(others.getBytes(StandardCharsets.UTF_8));
                return "own-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            } catch (IOException e) {
                throw new UncheckedIOException("verbatim.encoder.model can't be read", e);
            }
        }

        private static void add(Path file, MessageDigest digest) throws IOException {
            try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /// How the vectors of a text's tokens become one.
    public enum Pooling {
        /// Their mean.
        MEAN,
        /// That of the first token, as BERT's [CLS].
        CLS;

        /// @param tokens one vector after the other; only one when the model pools itself
        float[] pool(FloatBuffer tokens, int dimensions) {
            if (this == MEAN) {
                return OnnxEncoderModel.sum(tokens, dimensions);
            }
            float[] first = new float[dimensions];
            tokens.get(first);
            return first;
        }
    }

    /// A function that makes the vector of a text.
    interface TextVector {
        float[] of(String text);
    }

    /// Loads the bundled model in the background, since that takes half a second or more. The first
    /// text to be encoded waits for it.
    ///
    /// @param folder where the tokenizer's native library is unpacked; created when missing
    public static Encoder load(Path folder) {
        return new Encoder(
                BUNDLED, BUNDLED_SETTINGS, OnnxEncoderModel.bundled(folder), CosineScale.NONE);
    }

    /// Opens the encoder that the settings ask for. One's own is loaded at once and tried, so that
    /// it is refused at the start or never.
    ///
    /// @param folder where the tokenizer's native library is unpacked; created when missing
    /// @throws IllegalArgumentException when the configured model can't be used
    public static Encoder open(EncoderSettings settings, Path folder) {
        if (!settings.model().isBlank()) {
            return own(settings, folder);
        }
        if (!settings.tokenizer().isBlank()) {
            throw new IllegalArgumentException(
                    "verbatim.encoder.tokenizer is set and verbatim.encoder.model is not. Set both or none.");
        }
        return load(folder);
    }

    private static Encoder own(EncoderSettings settings, Path folder) {
        settings.requireLanguages();
        OnnxEncoderModel network = OnnxEncoderModel.fromFiles(settings, folder);
        try {
            CosineScale calibration =
                    CosineScale.of(
                            text -> unit(network.vector(settings.questionPrefix() + text)),
                            text -> unit(network.vector(settings.passagePrefix() + text)),
                            settings.languages());
            return new Encoder(settings.fingerprint(calibration), settings, network, calibration);
        } catch (IllegalArgumentException e) {
            network.close();
            throw e;
        }
    }

    public float[] encodeQuestion(String question) {
        return encode(settings.questionPrefix() + question);
    }

    public float[] encodePassage(String passage) {
        return encode(settings.passagePrefix() + passage);
    }

    /// The model's name and version. As long as it stays the same, so do the vectors.
    public String model() {
        return model;
    }

    /// Whether texts of this language get meaningful vectors. An unknown language does when every
    /// one does.
    public boolean speaks(Locale language) {
        return settings.speaks(language);
    }

    private float[] encode(String text) {
        return calibration.calibrated(unit(network.vector(text)));
    }

    /// Scales a vector to length one, in place.
    static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    @Override
    public void close() {
        network.close();
    }
}
