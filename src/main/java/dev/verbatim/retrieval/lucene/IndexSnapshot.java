package dev.verbatim.retrieval.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import dev.verbatim.article.Article;
import dev.verbatim.retrieval.ranking.StoredArticle;
import dev.verbatim.retrieval.ranking.Vocabulary;
import dev.verbatim.retrieval.ranking.Vocabulary.SortedTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A point-in-time view of the index: what a query sees doesn't change while it runs.
final class IndexSnapshot extends IndexSearcher {

    /// The parameters of Anserini's passage baselines: passages are of similar length, so length
    /// says little, and a word's second occurrence says less than in whole documents.
    static final BM25Similarity BM25 = new BM25Similarity(0.9f, 0.4f);

    private static final Query WHOLE =
            new TermQuery(new Term(IndexFields.WHOLE, IndexFields.WHOLE));

    private final Cache<String, Article> cache;
    private final String encoder;
    private final List<String> languages;
    private final boolean hasVectors;
    private final int articles;
    private final Map<String, Vocabulary> vocabularies = new ConcurrentHashMap<>();

    /// @param cache of articles by fingerprint, shared by all snapshots
    /// @param encoder name of the model whose vectors are compared
    IndexSnapshot(IndexReader reader, Cache<String, Article> cache, String encoder)
            throws IOException {
        super(reader);
        this.cache = cache;
        this.encoder = encoder;
        setSimilarity(BM25);
        setQueryCache(null);
        FieldInfos fields = FieldInfos.getMergedFieldInfos(reader);
        languages = languages(fields);
        hasVectors = fields.fieldInfo(vectorField()) != null;
        articles = count(WHOLE);
    }

    private static List<String> languages(FieldInfos fields) {
        return StreamSupport.stream(fields.spliterator(), false)
                .map(field -> field.name)
                .filter(name -> name.startsWith(IndexFields.TEXT_PREFIX))
                .map(name -> name.substring(IndexFields.TEXT_PREFIX.length()))
                .toList();
    }

    /// The codes of the languages that the articles have, each of which has a field.
    List<String> languages() {
        return languages;
    }

    /// The terms of a language's field.
    Vocabulary vocabulary(String language) {
        return vocabularies.computeIfAbsent(
                language, code -> new Vocabulary(terms(IndexFields.TEXT_PREFIX + code)));
    }

    private SortedTerms terms(String field) {
        try {
            Terms terms = MultiTerms.getTerms(getIndexReader(), field);
            return terms == null ? _ -> Collections.emptyIterator() : first -> from(first, terms);
        } catch (IOException e) {
            throw new UncheckedIOException("the index can't be read", e);
        }
    }

    private static Iterator<String> from(String first, Terms terms) {
        try {
            return new TermIterator(terms.iterator(), first);
        } catch (IOException e) {
            throw new UncheckedIOException("the index can't be read", e);
        }
    }

    private static final class TermIterator implements Iterator<String> {

        private final TermsEnum terms;
        private @Nullable BytesRef next;

        TermIterator(TermsEnum terms, String first) throws IOException {
            this.terms = terms;
            next = terms.seekCeil(new BytesRef(first)) == SeekStatus.END ? null : terms.term();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public String next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            try {
                String term = next.utf8ToString();
                next = terms.next();
                return term;
            } catch (IOException e) {
                throw new UncheckedIOException("the index can't be read", e);
            }
        }
    }

    /// The field of the passages' vectors.
    String vectorField() {
        return IndexFields.vector(encoder);
    }

    /// The field of the sentences' vectors.
    String sentencesField() {
        return IndexFields.sentences(encoder);
    }

    /// Whether any passage has a vector. If none has, the question needs none.
    boolean hasVectors() {
        return hasVectors;
    }

    int articles() {
        return articles;
    }

    int passages() {
        return getIndexReader().numDocs() - articles;
    }

    Set<String> articleIds() throws IOException {
        SortedSet<Integer> wholes = new TreeSet<>();
        for (ScoreDoc hit : search(WHOLE, Math.max(1, articles)).scoreDocs) {
            wholes.add(hit.doc);
        }
        Set<String> ids = new HashSet<>();
        read(IndexFields.WHOLE, wholes, (_, id) -> ids.add(id.utf8ToString()));
        return ids;
    }

    /// Whether this version of an article is indexed with vectors of this encoder; the article's id
    /// is part of the fingerprint.
    boolean serves(String fingerprint) throws IOException {
        return count(new TermQuery(new Term(IndexFields.FINGERPRINT, fingerprint))) > 0;
    }

    /// An article by its id, if it is served.
    Optional<Article> article(String id) throws IOException {
        Query query =
                new BooleanQuery.Builder()
                        .add(new TermQuery(new Term(IndexFields.ARTICLE, id)), Occur.FILTER)
                        .add(WHOLE, Occur.FILTER)
                        .build();
        ScoreDoc[] hits = search(query, 1).scoreDocs;
        return hits.length == 0 ? Optional.empty() : Optional.of(read(hits[0].doc));
    }

    /// The article of a passage.
    Article article(int document, IndexedPassage passage) throws IOException {
        Article known = cache.getIfPresent(passage.fingerprint());
        return known == null ? load(document + passage.toWhole(), passage.fingerprint()) : known;
    }

    /// A consumer of stored values.
    interface ValueConsumer {

        /// Takes the value of a document.
        ///
        /// @param value to be read at once: the next one may overwrite it
        void accept(int document, BytesRef value) throws IOException;
    }

    /// Reads a binary field of documents that have it: in their order, because finding the first
    /// value costs more than moving forward from it.
    void read(String field, SortedSet<Integer> documents, ValueConsumer consumer)
            throws IOException {
        for (LeafReaderContext leaf : getIndexReader().leaves()) {
            SortedSet<Integer> inLeaf = inLeaf(leaf, documents);
            if (!inLeaf.isEmpty()) {
                read(leaf, field, inLeaf, consumer);
            }
        }
    }

    private static void read(
            LeafReaderContext leaf,
            String field,
            SortedSet<Integer> documents,
            ValueConsumer consumer)
            throws IOException {
        BinaryDocValues values = DocValues.getBinary(leaf.reader(), field);
        for (int document : documents) {
            if (values.advanceExact(document - leaf.docBase)) {
                consumer.accept(document, values.binaryValue());
            }
        }
    }

    /// The documents that are in a leaf.
    static SortedSet<Integer> inLeaf(LeafReaderContext leaf, SortedSet<Integer> documents) {
        return documents.subSet(leaf.docBase, leaf.docBase + leaf.reader().maxDoc());
    }

    private Article load(int whole, String fingerprint) throws IOException {
        Article article = read(whole);
        cache.put(fingerprint, article);
        return article;
    }

    private Article read(int whole) throws IOException {
        BytesRef json =
                storedFields()
                        .document(whole, Set.of(IndexFields.CONTENT))
                        .getBinaryValue(IndexFields.CONTENT);
        return StoredArticle.read(ByteBuffer.wrap(json.bytes, json.offset, json.length));
    }
}
