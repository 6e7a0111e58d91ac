package dev.verbatim.reader;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verbatim.reader.ReadingComprehension.Excerpt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A cache of what was read lately. Reading is nearly all of the work of an answer, and in a group
/// the same is asked again. Thread-safe.
///
/// The key is the question and the passage themselves, with its language: they always give the same
/// output, so that an article that changes makes nothing in here wrong. Only their hash is kept, no
/// words.
final class ReadingCache {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Cache<String, ReaderOutput> outputs;

    /// @param size how many outputs are kept at most, of some 10 kB each; none with 0
    ReadingCache(int size) {
        outputs =
                Caffeine.newBuilder()
                        .maximumSize(size)
                        .expireAfterAccess(KEPT)
                        .executor(Runnable::run) // what has no room goes at once
                        .build();
    }

    /// What was read of an excerpt for a question, or is now. Who asks for the same meanwhile waits
    /// for it.
    ReaderOutput get(String question, Excerpt excerpt, Supplier<ReaderOutput> reading) {
        return outputs.get(key(question, excerpt), _ -> reading.get());
    }

    private static String key(String question, Excerpt excerpt) {
        MessageDigest digest = sha256();
        Stream.of(question, excerpt.language().toLanguageTag(), excerpt.context(), excerpt.text())
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .forEach(
                        bytes -> {
                            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                            digest.update(bytes);
                        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
