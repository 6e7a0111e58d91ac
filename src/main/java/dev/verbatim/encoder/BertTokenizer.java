package dev.verbatim.encoder;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// A factory of tokenizers with BERT's uncased English vocabulary, which every model here was
/// trained with.
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

    /// By default the library unpacks into the user's home, looks for a graphics card, and
    /// downloads what is missing.
    private static void restrictTo(Path folder) {
        System.setProperty("ENGINE_CACHE_DIR", folder.toAbsolutePath().toString());
        System.setProperty("DJL_CACHE_DIR", folder.toAbsolutePath().toString());
        System.setProperty("RUST_FLAVOR", "cpu");
        System.setProperty("ai.djl.offline", "true");
    }
}
