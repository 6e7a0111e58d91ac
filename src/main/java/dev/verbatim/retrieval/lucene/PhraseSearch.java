package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Passage;
import dev.verbatim.language.AnalyzedTerms;
import dev.verbatim.retrieval.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/// A search for the passages that share runs of words with a text: its shingles of two terms, and
/// its terms, so that a text of which every other word was changed is found, too.
final class PhraseSearch {

    /// A longer text is found by its beginning. A query has a limit of 1,024 clauses.
    private static final int MAX_TERMS = 300;

    /// Between two terms may be words that a search leaves out, and one that was put in.
    private static final int SLOP = 4;

    private final IndexSnapshot snapshot;
    private final Analyzer analyzer;
    private final Question words;

    PhraseSearch(IndexSnapshot snapshot, Analyzer analyzer, Question words) {
        this.snapshot = snapshot;
        this.analyzer = analyzer;
        this.words = words;
    }

    /// The best passages in each language, those of one language after the other.
    List<Passage> best(int k) throws IOException {
        List<Passage> passages = new ArrayList<>();
        for (String field : snapshot.textFields()) {
            List<String> terms = AnalyzedTerms.of(analyzer, field, words.text());
            if (!terms.isEmpty()) {
                Query query = query(field, terms.stream().limit(MAX_TERMS).toList());
                passages.addAll(
                        passages(HybridSearch.inScope(query, HybridSearch.scope(words)), k));
            }
        }
        return passages;
    }

    private static Query query(String field, List<String> terms) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.stream()
                .distinct()
                .forEach(term -> any.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
        for (int i = 0; i + 1 < terms.size(); i++) {
            any.add(new PhraseQuery(SLOP, field, terms.get(i), terms.get(i + 1)), Occur.SHOULD);
        }
        return any.build();
    }

    private List<Passage> passages(Query query, int k) throws IOException {
        List<Integer> best =
                Stream.of(snapshot.search(query, k).scoreDocs)
                        .map((ScoreDoc hit) -> hit.doc)
                        .toList();
        Map<Integer, Passage> passages = new HashMap<>();
        snapshot.read(
                IndexFields.PASSAGE,
                new TreeSet<>(best),
                (document, packed) -> {
                    IndexedPassage indexed = IndexedPassage.unpack(packed);
                    passages.put(document, indexed.in(snapshot.article(document, indexed)));
                });
        return best.stream()
                .map(document -> Objects.requireNonNull(passages.get(document)))
                .toList();
    }
}
