package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Article;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.json.JsonMapper;

/// An article as the index stores it.
///
/// The index stores whole articles, so that a passage found in a snapshot is shown from the same
/// version of its article, and so that the first answer after a start needn't wait until the
/// content folder has been read.
///
/// @param fingerprint the same for the same content, and only for it
/// @param json in UTF-8
record StoredArticle(String fingerprint, BytesRef json) {

    /// 128 bits: two articles never have the same fingerprint by chance.
    private static final int HASH_BYTES = 16;

    /// The length of a fingerprint in ASCII characters.
    static final int FINGERPRINT_LENGTH = 2 * HASH_BYTES;

    private static final JsonMapper MAPPER = new JsonMapper();

    static StoredArticle of(Article article) {
        byte[] json = MAPPER.writeValueAsBytes(article);
        return new StoredArticle(fingerprint(json), new BytesRef(json));
    }

    static Article read(BytesRef json) {
        return MAPPER.readValue(json.bytes, json.offset, json.length, Article.class);
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
