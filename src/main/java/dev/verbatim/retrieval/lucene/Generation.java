package dev.verbatim.retrieval.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import dev.verbatim.article.Article;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.BytesRef;

/// The index at one moment: what a query sees doesn't change while it runs.
final class Generation extends IndexSearcher {

    /// As Anserini's baselines for passages: these are of much the same length, so length says
    /// little, and a word's second occurrence says less than in whole documents.
    static final BM25Similarity BM25 = new BM25Similarity(0.9f, 0.4f);

    private static final Query WHOLE = new TermQuery(new Term(Fields.WHOLE, Fields.WHOLE));

    private final Cache<String, Article> cache;
    private final List<String> textFields;
    private final boolean hasVectors;
    private final int articles;

    /// @param cache of articles by fingerprint, shared by all generations
    Generation(IndexReader reader, Cache<String, Article> cache) throws IOException {
        super(reader);
        this.cache = cache;
        setSimilarity(BM25);
        setQueryCache(null);
        FieldInfos fields = FieldInfos.getMergedFieldInfos(reader);
        textFields = textFields(fields);
        hasVectors = fields.fieldInfo(Fields.VECTOR) != null;
        articles = count(WHOLE);
    }

    private static List<String> textFields(FieldInfos fields) {
        return StreamSupport.stream(fields.spliterator(), false)
                .map(field -> field.name)
                .filter(name -> name.startsWith(Fields.TEXT_PREFIX))
                .toList();
    }

    /// One field for each language that the articles have.
    List<String> textFields() {
        return textFields;
    }

    /// Whether any passage has a vector; where none has, a question needs none.
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
        Set<String> ids = new HashSet<>();
        for (ScoreDoc hit : search(WHOLE, Math.max(1, articles)).scoreDocs) {
            ids.add(binary(hit.doc, Fields.WHOLE).orElseThrow().utf8ToString());
        }
        return ids;
    }

    /// Whether an article is served in this very version; its id is part of the fingerprint.
    boolean serves(String fingerprint) throws IOException {
        return count(new TermQuery(new Term(Fields.FINGERPRINT, fingerprint))) > 0;
    }

    /// An article by its id, if it is served.
    Optional<Article> article(String id) throws IOException {
        Query query =
                new BooleanQuery.Builder()
                        .add(new TermQuery(new Term(Fields.ARTICLE, id)), Occur.FILTER)
                        .add(WHOLE, Occur.FILTER)
                        .build();
        ScoreDoc[] hits = search(query, 1).scoreDocs;
        return hits.length == 0
                ? Optional.empty()
                : Optional.of(StoredArticle.read(content(hits[0].doc)));
    }

    /// What is kept of a passage.
    PassageEntry passageEntry(int entry) throws IOException {
        return PassageEntry.unpack(binary(entry, Fields.PASSAGE).orElseThrow());
    }

    /// The article that a passage is of.
    Article article(int entry, PassageEntry passage) throws IOException {
        Article known = cache.getIfPresent(passage.fingerprint());
        return known == null ? load(entry + passage.toWhole(), passage.fingerprint()) : known;
    }

    /// What an entry has in a binary field, if anything.
    Optional<BytesRef> binary(int entry, String field) throws IOException {
        LeafReaderContext leaf = leafOf(entry);
        BinaryDocValues values = DocValues.getBinary(leaf.reader(), field);
        return values.advanceExact(entry - leaf.docBase)
                ? Optional.of(values.binaryValue())
                : Optional.empty();
    }

    /// Those of the entries that are in a leaf.
    static SortedSet<Integer> entriesOf(LeafReaderContext leaf, SortedSet<Integer> entries) {
        return entries.subSet(leaf.docBase, leaf.docBase + leaf.reader().maxDoc());
    }

    private LeafReaderContext leafOf(int entry) {
        List<LeafReaderContext> leaves = getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(entry, leaves));
    }

    private Article load(int whole, String fingerprint) throws IOException {
        Article article = StoredArticle.read(content(whole));
        cache.put(fingerprint, article);
        return article;
    }

    private BytesRef content(int entry) throws IOException {
        return storedFields()
                .document(entry, Set.of(Fields.CONTENT))
                .getBinaryValue(Fields.CONTENT);
    }
}
