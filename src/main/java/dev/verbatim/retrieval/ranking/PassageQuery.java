package dev.verbatim.retrieval.ranking;

import dev.verbatim.language.AnalyzedTerms;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.language.TranslatedQuestion.Translation;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A query for passages, as every engine has to search for it. Immutable.
///
/// The question is analysed once for each language that the articles have, and each passage is
/// searched in its own language only.
public final class PassageQuery {

    /// What the other terms of a concept add to the best one: little, they say the same.
    public static final float TIE_BREAKER = 0.1f;

    private final Map<String, List<Concept>> concepts;
    private final float @Nullable [] vector;
    private final Set<String> articleIds;

    /// @param concepts by language
    /// @param vector missing when the encoder knows neither the question's language nor a gloss
    PassageQuery(
            Map<String, List<Concept>> concepts,
            float @Nullable [] vector,
            Set<String> articleIds) {
        this.concepts = concepts;
        this.vector = vector;
        this.articleIds = articleIds;
    }

    /// What a passage should speak of, by language.
    public Map<String, List<Concept>> concepts() {
        return concepts;
    }

    /// A unit vector; missing when the encoder knows neither the question's language nor a gloss.
    public float @Nullable [] vector() {
        return vector;
    }

    /// The articles to search; empty means all.
    public Set<String> articleIds() {
        return articleIds;
    }

    /// The cosine of each sentence with the query's vector; none without one.
    ///
    /// @param sentences as a [PassageEncoder] made them
    public List<Double> sentenceCosines(ByteBuffer sentences) {
        return vector == null ? List.of() : SentenceVectors.cosines(sentences, vector);
    }

    /// A concept of a question: the terms that may express it.
    ///
    /// @param spelled the question's own term, which the others are related to; null for a
    ///   translation, all of whose terms are guesses
    /// @param boosts of its terms, at most 1
    /// @param weight how sure it is that one of the terms expresses it, 0 to 1
    public record Concept(
            @Nullable String spelled, SortedMap<String, Double> boosts, double weight) {

        /// Of a translated word's terms, related ones are looked for only for those that are at
        /// least as likely, compared with the likeliest.
        private static final double LIKELY = 0.3;

        static Concept of(String term, Map<String, Double> related) {
            SortedMap<String, Double> boosts = new TreeMap<>(related);
            boosts.put(term, 1.0);
            return new Concept(term, boosts, 1);
        }

        /// Of a translated word: probabilistic structured queries (Darwish and Oard, SIGIR 2003).
        static Concept of(String language, TranslatedQuestion.Word word) {
            SortedMap<String, Double> sums = new TreeMap<>();
            for (Translation translation : word.translations()) {
                for (String term : AnalyzedTerms.of(Locale.of(language), translation.word())) {
                    sums.merge(term, translation.probability(), Double::sum);
                }
            }
            double best = sums.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
            double sum = sums.values().stream().mapToDouble(Double::doubleValue).sum();
            sums.replaceAll((_, probability) -> probability / best);
            return new Concept(null, sums, sums.isEmpty() ? 1 : Math.min(1, sum));
        }

        /// The same with terms that are related to its likeliest ones, each as much less likely.
        Concept expanded(QueryExpander expander) {
            SortedMap<String, Double> expanded = new TreeMap<>(boosts);
            boosts.forEach(
                    (term, boost) -> {
                        if (boost >= LIKELY) {
                            expander.related(term)
                                    .forEach(
                                            (other, share) ->
                                                    expanded.merge(
                                                            other, boost * share, Math::max));
                        }
                    });
            return new Concept(spelled, expanded, weight);
        }

        /// That of the question's own term, if it occurs; otherwise that of the most frequent one.
        ///
        /// @param frequencies of the terms that occur
        public int documentFrequency(Map<String, Integer> frequencies) {
            int own = spelled == null ? 0 : frequencies.getOrDefault(spelled, 0);
            return own > 0
                    ? own
                    : boosts.keySet().stream()
                            .mapToInt(term -> frequencies.getOrDefault(term, 0))
                            .max()
                            .orElse(0);
        }
    }
}
