package dev.verbatim.retrieval.ranking;

import dev.verbatim.article.Article;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/// An article as the index stores it.
///
/// The index stores whole articles, so that a passage found in a snapshot is shown from the same
/// version of its article, and so that the first answer after a start needn't wait until the
/// content folder has been read.
///
/// @param fingerprint the same for the same content, and only for it
public record StoredArticle(String fingerprint, String json) {

    /// 128 bits: two articles never have the same fingerprint by chance.
    private static final int HASH_BYTES = 16;

    /// The length of a fingerprint in ASCII characters.
    public static final int FINGERPRINT_LENGTH = 2 * HASH_BYTES;

    private static final JsonMapper MAPPER = new JsonMapper();

    public static StoredArticle of(Article article) {
        byte[] json = MAPPER.writeValueAsBytes(article);
        return new StoredArticle(fingerprint(json), new String(json, StandardCharsets.UTF_8));
    }

    /// Reads what was stored.
    ///
    /// @param json in UTF-8
    public static Article read(ByteBuffer json) {
        return MAPPER.readValue(
                json.array(),
                json.arrayOffset() + json.position(),
                json.remaining(),
                Article.class);
    }

    private static String fingerprint(byte[] json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
