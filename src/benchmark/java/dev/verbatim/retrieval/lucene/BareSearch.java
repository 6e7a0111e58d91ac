package dev.verbatim.retrieval.lucene;

import dev.verbatim.encoder.Encoder;
import dev.verbatim.language.AnalyzedTerms;
import dev.verbatim.retrieval.lucene.IndexFields.LanguageAnalyzers;
import dev.verbatim.retrieval.ranking.HybridRetriever;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;

/// The least that Lucene can be asked for the same: an analysed question as one query of its words,
/// and a vector as one query of the graph; as many of the best as the product's retrieval wants, as
/// numbers with scores. Nothing of a passage is read.
public final class BareSearch implements AutoCloseable {

    private final Analyzer analyzer = new LanguageAnalyzers();
    private final String field;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final int best;

    private BareSearch(DirectoryReader reader, String field, int best) {
        this.reader = reader;
        this.field = field;
        this.best = best;
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(IndexSnapshot.BM25);
        searcher.setQueryCache(null);
    }

    public static BareSearch open(Path folder) throws IOException {
        return open(folder, Locale.ENGLISH, HybridRetriever.CANDIDATES);
    }

    static BareSearch open(Path folder, Locale language, int best) throws IOException {
        return new BareSearch(
                DirectoryReader.open(FSDirectory.open(folder)),
                LanguageAnalyzers.field(language),
                best);
    }

    /// BM25.
    public TopDocs words(String question) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : Set.copyOf(AnalyzedTerms.of(analyzer, field, question))) {
            query.add(new TermQuery(new Term(field, word)), Occur.SHOULD);
        }
        return searcher.search(query.build(), best);
    }

    /// The nearest passages.
    public TopDocs vector(float[] question) throws IOException {
        Query query = new KnnFloatVectorQuery(IndexFields.vector(Encoder.BUNDLED), question, best);
        return searcher.search(query, best);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
