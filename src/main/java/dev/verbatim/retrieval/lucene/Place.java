package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import java.nio.ByteBuffer;
import org.apache.lucene.util.BytesRef;

/// Where a passage stands in its article, as the index keeps it.
record Place(int paragraph, int start, int end) {

    static Place of(Passage passage) {
        return new Place(passage.paragraph(), passage.span().start(), passage.span().end());
    }

    static Place unpack(BytesRef packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed.bytes, packed.offset, packed.length);
        return new Place(bytes.getInt(), bytes.getInt(), bytes.getInt());
    }

    BytesRef pack() {
        byte[] packed = new byte[3 * Integer.BYTES];
        ByteBuffer.wrap(packed).putInt(paragraph).putInt(start).putInt(end);
        return new BytesRef(packed);
    }

    Passage in(Article article) {
        return new Passage(article, paragraph, new TextSpan(start, end));
    }
}
