package dev.verbatim.encoder;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// A factory of tokenizers: with BERT's uncased English vocabulary, which every bundled model was
/// trained with, or with that of a file.
public final class BertTokenizer {

    private static final String VOCABULARY = "/e5-small-v2-q-tokenizer.json";

    private BertTokenizer() {}

    /// Opens a tokenizer that is thread-safe and must be closed.
    ///
    /// @param folder where the library unpacks its native part; created when missing
    /// @param options of the library, such as maximum length and truncation
    public static HuggingFaceTokenizer open(Path folder, Map<String, String> options) {
        restrictTo(folder);
        try (InputStream vocabulary = BertTokenizer.class.getResourceAsStream(VOCABULARY)) {
            return HuggingFaceTokenizer.newInstance(
                    Objects.requireNonNull(vocabulary, VOCABULARY), options);
        } catch (IOException e) {
            throw new IllegalStateException("the vocabulary can't be loaded", e);
        }
    }

    /// Opens a tokenizer of a file like those, `tokenizer.json` beside a model.
    ///
    /// @throws IllegalStateException when it can't be read; the library throws others when it isn't
    ///   one
    static HuggingFaceTokenizer open(Path file, Path folder, Map<String, String> options) {
        restrictTo(folder);
        try {
            return HuggingFaceTokenizer.newInstance(file, options);
        } catch (IOException e) {
            throw new IllegalStateException(file + " can't be read", e);
        }
    }

    /// By default the library unpacks into the user's home, looks for a graphics card, and
    /// downloads what is missing.
    private static void restrictTo(Path folder) {
        System.setProperty("ENGINE_CACHE_DIR", folder.toAbsolutePath().toString());
        System.setProperty("DJL_CACHE_DIR", folder.toAbsolutePath().toString());
        System.setProperty("RUST_FLAVOR", "cpu");
        System.setProperty("ai.djl.offline", "true");
    }
}
