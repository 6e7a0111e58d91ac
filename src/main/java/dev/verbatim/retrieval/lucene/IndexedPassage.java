package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/// A passage as the index stores it for candidates.
///
/// It is packed into one value, because it is read for every candidate of every question, and
/// looking a value up costs more than reading it.
///
/// @param fingerprint of its article
/// @param toWhole how many documents after this one the article's own is; they are one block, in
///   every segment and after every merge
/// @param terms that occur in it
record IndexedPassage(
        String fingerprint, int toWhole, int paragraph, TextSpan span, SentenceTermTable terms) {

    static IndexedPassage of(
            Passage passage, String fingerprint, int toWhole, SentenceTermTable terms) {
        return new IndexedPassage(fingerprint, toWhole, passage.paragraph(), passage.span(), terms);
    }

    BytesRef pack() {
        ByteBuffer packed =
                ByteBuffer.allocate(
                                4 * Integer.BYTES
                                        + StoredArticle.FINGERPRINT_LENGTH
                                        + terms.packed().length)
                        .putInt(toWhole)
                        .putInt(paragraph)
                        .putInt(span.start())
                        .putInt(span.end())
                        .put(fingerprint.getBytes(StandardCharsets.ISO_8859_1))
                        .put(terms.packed().bytes, terms.packed().offset, terms.packed().length);
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
                new SentenceTermTable(
                        new BytesRef(packed.bytes, bytes.position(), bytes.remaining())));
    }

    Passage in(Article article) {
        return new Passage(article, paragraph, span);
    }

    /// A table of the terms that occur in each text of a passage: in the passage as a whole, which
    /// is the first text, and in each of its sentences.
    ///
    /// It is built when the passage is indexed, because analysing the candidates again for every
    /// question took several times as long as the search that found them.
    ///
    /// @param packed each term once, in the order of their bytes, each followed by a bit for each
    ///   text
    record SentenceTermTable(BytesRef packed) {

        /// @param texts the terms of each, the passage first
        static SentenceTermTable of(List<List<String>> texts) {
            ByteBuffersDataOutput out = new ByteBuffersDataOutput();
            int width = (texts.size() + Byte.SIZE - 1) / Byte.SIZE;
            out.writeShort((short) width);
            byTerm(texts)
                    .forEach(
                            (term, occurrences) -> {
                                out.writeString(term.utf8ToString());
                                out.writeBytes(Arrays.copyOf(occurrences.toByteArray(), width));
                            });
            return new SentenceTermTable(new BytesRef(out.toArrayCopy()));
        }

        private static Map<BytesRef, BitSet> byTerm(List<List<String>> texts) {
            Map<BytesRef, BitSet> byTerm = new TreeMap<>();
            for (int i = 0; i < texts.size(); i++) {
                for (String term : texts.get(i)) {
                    byTerm.computeIfAbsent(new BytesRef(term), _ -> new BitSet()).set(i);
                }
            }
            return byTerm;
        }

        /// The summed weights of the concepts in each text; the passage first, and perhaps some
        /// zeros after the last. A concept weighs in a text what the heaviest of its terms that
        /// occur there weighs.
        ///
        /// @param terms to search for, in the order of their bytes
        /// @param concepts how many there are; each term has the number of its own
        double[] sums(List<ConceptTerm> terms, int concepts) {
            ByteArrayDataInput in =
                    new ByteArrayDataInput(packed.bytes, packed.offset, packed.length);
            int width = in.readShort();
            double[][] weights = new double[width * Byte.SIZE][concepts];
            BytesRef term = new BytesRef(packed.bytes, 0, 0);
            for (int next = 0; !in.eof() && next < terms.size(); in.skipBytes(width)) {
                term.length = in.readVInt();
                term.offset = in.getPosition();
                in.skipBytes(term.length);
                next = firstNotBefore(term, terms, next);
                for (int at = next;
                        at < terms.size() && terms.get(at).term().bytesEquals(term);
                        at++) {
                    add(terms.get(at), in.getPosition(), weights);
                }
            }
            return Arrays.stream(weights).mapToDouble(text -> Arrays.stream(text).sum()).toArray();
        }

        private static int firstNotBefore(BytesRef term, List<ConceptTerm> terms, int from) {
            int at = from;
            while (at < terms.size() && terms.get(at).term().compareTo(term) < 0) {
                at++;
            }
            return at;
        }

        private void add(ConceptTerm term, int bits, double[][] weights) {
            for (int text = 0; text < weights.length; text++) {
                if ((packed.bytes[bits + text / Byte.SIZE] >> text % Byte.SIZE & 1) == 1) {
                    weights[text][term.concept()] =
                            Math.max(weights[text][term.concept()], term.weight());
                }
            }
        }

        /// A term that a question's concept may be expressed by.
        ///
        /// @param concept its number
        record ConceptTerm(BytesRef term, int concept, double weight) {}
    }
}
