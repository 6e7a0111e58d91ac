package dev.verbatim.retrieval.lucene;

import dev.verbatim.retrieval.Question;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/// BM25 for one question in one generation of the index.
///
/// The question is analysed once for each language that the articles have, and each passage is
/// searched in its own language only.
final class LexicalSearch {

    /// So many words of a question count; what somebody pastes beyond is no question any more.
    private static final int MAX_WORDS = 64;

    private final Generation generation;
    private final Analyzer analyzer;
    private final Map<String, Map<String, Double>> rarities = new LinkedHashMap<>();
    private final Query query;

    LexicalSearch(Generation generation, Analyzer analyzer, Question question) throws IOException {
        this.generation = generation;
        this.analyzer = analyzer;
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (String field : generation.textFields()) {
            rarities.put(field, new LinkedHashMap<>());
            for (String word : Words.of(analyzer, field, question.text())) {
                addWord(field, word, words);
            }
        }
        query = words.build();
    }

    private void addWord(String field, String word, BooleanQuery.Builder query) throws IOException {
        Map<String, Double> words = rarities.getOrDefault(field, Map.of());
        if (words.size() < MAX_WORDS) {
            Term term = new Term(field, word);
            words.put(word, rarity(term));
            query.add(new TermQuery(term), Occur.SHOULD);
        }
    }

    /// The inverse document frequency as BM25 has it; largest for a word that occurs nowhere.
    private double rarity(Term term) throws IOException {
        double passages = generation.passages();
        double occurrences = generation.getIndexReader().docFreq(term);
        return Math.log(1 + (passages - occurrences + 0.5) / (occurrences + 0.5));
    }

    Query query() {
        return query;
    }

    /// The BM25 scores of these entries, 0 where no word of the question occurs.
    Map<Integer, Double> scores(Collection<Integer> entries) throws IOException {
        Weight weight = generation.createWeight(generation.rewrite(query), ScoreMode.COMPLETE, 1);
        Map<Integer, Double> scores = new HashMap<>();
        for (LeafReaderContext leaf : generation.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            int end = leaf.docBase + leaf.reader().maxDoc();
            for (int entry : new TreeSet<>(entries).subSet(leaf.docBase, end)) {
                scores.put(entry, scorer == null ? 0 : score(scorer, entry - leaf.docBase));
            }
        }
        return scores;
    }

    /// The iterator only goes forward, so this wants to be asked in the order of the entries.
    private static double score(Scorer scorer, int place) throws IOException {
        int at = scorer.docID();
        return (at < place ? scorer.iterator().advance(place) : at) == place ? scorer.score() : 0;
    }

    /// The share of the question's words that occur in a text, weighted by their rarity: 1 when all
    /// do.
    ///
    /// @param field whose language the text is in
    double coverage(String field, String text) throws IOException {
        Map<String, Double> words = rarities.getOrDefault(field, Map.of());
        Set<String> present = Words.of(analyzer, field, text);
        double all = words.values().stream().mapToDouble(Double::doubleValue).sum();
        double covered =
                words.entrySet().stream()
                        .filter(word -> present.contains(word.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum();
        return all == 0 ? 0 : covered / all;
    }
}
