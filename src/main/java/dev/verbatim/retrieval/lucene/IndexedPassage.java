package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.ranking.StoredArticle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;

/// A passage as the index stores it for candidates.
///
/// It is packed into one value, because it is read for every candidate of every question, and
/// looking a value up costs more than reading it.
///
/// @param fingerprint of its article
/// @param toWhole how many documents after this one the article's own is; they are one block, in
///   every segment and after every merge
/// @param terms that occur in it and in each of its sentences, packed
record IndexedPassage(
        String fingerprint, int toWhole, int paragraph, TextSpan span, ByteBuffer terms) {

    static IndexedPassage of(Passage passage, String fingerprint, int toWhole, ByteBuffer terms) {
        return new IndexedPassage(fingerprint, toWhole, passage.paragraph(), passage.span(), terms);
    }

    BytesRef pack() {
        ByteBuffer packed =
                ByteBuffer.allocate(
                                4 * Integer.BYTES
                                        + StoredArticle.FINGERPRINT_LENGTH
                                        + terms.remaining())
                        .putInt(toWhole)
                        .putInt(paragraph)
                        .putInt(span.start())
                        .putInt(span.end())
                        .put(fingerprint.getBytes(StandardCharsets.ISO_8859_1))
                        .put(terms.duplicate());
        return new BytesRef(packed.array());
    }

    /// @param packed to be used at once: the terms keep pointing into it
    static IndexedPassage unpack(BytesRef packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed.bytes, packed.offset, packed.length);
        int toWhole = bytes.getInt();
        int paragraph = bytes.getInt();
        TextSpan span = new TextSpan(bytes.getInt(), bytes.getInt());
        byte[] fingerprint = new byte[StoredArticle.FINGERPRINT_LENGTH];
        bytes.get(fingerprint);
        return new IndexedPassage(
                new String(fingerprint, StandardCharsets.ISO_8859_1),
                toWhole,
                paragraph,
                span,
                bytes);
    }

    Passage in(Article article) {
        return new Passage(article, paragraph, span);
    }
}
