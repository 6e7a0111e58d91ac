package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Article;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/// An article as the index keeps it.
///
/// The index holds the whole article, so that a passage found in one generation of the index is
/// shown from the same version of its article, and so that the first answer after a start needn't
/// wait for the content folder to be read.
///
/// @param fingerprint the same for the same content, and only for it
record StoredArticle(String fingerprint, String json) {

    /// 128 bits: two articles with the same fingerprint won't be met.
    private static final int HASH_BYTES = 16;

    private static final JsonMapper MAPPER = new JsonMapper();

    static StoredArticle of(Article article) {
        String json = MAPPER.writeValueAsString(article);
        return new StoredArticle(fingerprint(json), json);
    }

    static Article read(String json) {
        return MAPPER.readValue(json, Article.class);
    }

    private static String fingerprint(String json) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
