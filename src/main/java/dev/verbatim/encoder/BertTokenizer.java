package dev.verbatim.encoder;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// BERT's uncased English vocabulary, which every model here was trained with, and the library that
/// splits texts into its pieces.
public final class BertTokenizer {

    private static final String PIECES = "/e5-small-v2-q-tokenizer.json";

    private BertTokenizer() {}

    /// Opens a tokenizer. Thread-safe, and to be closed.
    ///
    /// @param folder where the library unpacks its native part to; it is made when missing
    /// @param options of the library: how long a text may be, and what is done about it
    public static HuggingFaceTokenizer open(Path folder, Map<String, String> options) {
        keepAtHome(folder);
        try (InputStream pieces = BertTokenizer.class.getResourceAsStream(PIECES)) {
            return HuggingFaceTokenizer.newInstance(
                    Objects.requireNonNull(pieces, PIECES), options);
        } catch (IOException e) {
            throw new IllegalStateException("the vocabulary can't be loaded", e);
        }
    }

    /// The library would unpack into the user's home, look for a graphics card, and download what
    /// it misses.
    private static void keepAtHome(Path folder) {
        System.setProperty("ENGINE_CACHE_DIR", folder.toAbsolutePath().toString());
        System.setProperty("DJL_CACHE_DIR", folder.toAbsolutePath().toString());
        System.setProperty("RUST_FLAVOR", "cpu");
        System.setProperty("ai.djl.offline", "true");
    }
}
