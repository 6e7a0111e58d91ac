package dev.verbatim.article.library;

import dev.verbatim.article.format.Whitespace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells by a few bytes whether two articles have the same words, however they are set.
record TextFingerprint(String digest) {

    // 128 bits: two texts with the same print won't be met.
    private static final int BYTES = 16;

    static TextFingerprint of(String text) {
        byte[] words = Whitespace.squeezed(text).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(words);
            return new TextFingerprint(HexFormat.of().formatHex(digest, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
