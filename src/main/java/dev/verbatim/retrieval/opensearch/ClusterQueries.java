package dev.verbatim.retrieval.opensearch;

import dev.verbatim.retrieval.ranking.PassageQuery;
import dev.verbatim.retrieval.ranking.PassageQuery.Concept;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes queries in the language of the cluster, as trees of its JSON.
final class ClusterQueries {

    /// Between two terms may be words that a search leaves out, and one that was put in.
    private static final int SLOP = 4;

    /// What the other translations of a word add to the best one, where each occurs once: nearly
    /// what their sum would.
    private static final float OTHER_GUESSES = 0.3f;

    /// More than any passage has.
    private static final float STATE_SCORE = 1e9f;

    private ClusterQueries() {}

    /// In how many passages the terms of a query are.
    ///
    /// @param frequencies by language, of the terms that occur
    /// @param passages how many there are
    record Rarity(Map<String, Map<String, Integer>> frequencies, int passages) {

        private Map<String, Integer> in(String language) {
            return frequencies.getOrDefault(language, Map.of());
        }

        /// As BM25 weighs a term.
        private double idf(int frequency) {
            return Math.log1p((passages - frequency + 0.5) / (frequency + 0.5));
        }
    }

    /// Whether the weights of a query's terms depend on how rare they are.
    static boolean needsRarity(PassageQuery query) {
        return query.concepts().values().stream()
                .flatMap(List::stream)
                .anyMatch(ClusterQueries::isOfGuesses);
    }

    private static boolean isOfGuesses(Concept concept) {
        return concept.spelled() == null && concept.boosts().size() > 1;
    }

    /// Any of the concepts, as the embedded index searches for them.
    ///
    /// @param rarity of the terms, where it is needed
    static Map<String, Object> anyOf(PassageQuery query, Rarity rarity) {
        List<Object> clauses = new ArrayList<>();
        query.concepts()
                .forEach(
                        (language, concepts) -> {
                            String field = IndexSchema.TEXT_PREFIX + language;
                            for (Concept concept : concepts) {
                                List<Object> terms =
                                        isOfGuesses(concept)
                                                ? guesses(
                                                        field, concept, rarity.in(language), rarity)
                                                : terms(field, concept);
                                if (!terms.isEmpty()) {
                                    clauses.add(best(terms, concept));
                                }
                            }
                        });
        return any(clauses);
    }

    private static Map<String, Object> any(List<Object> clauses) {
        return clauses.isEmpty()
                ? Map.of("match_none", Map.of())
                : Map.of("bool", Map.of("should", clauses));
    }

    private static Map<String, Object> best(List<Object> terms, Concept concept) {
        float others = isOfGuesses(concept) ? OTHER_GUESSES : PassageQuery.TIE_BREAKER;
        return terms.size() == 1
                ? Map.of("bool", Map.of("should", terms))
                : Map.of("dis_max", Map.of("tie_breaker", others, "queries", terms));
    }

    private static List<Object> terms(String field, Concept concept) {
        List<Object> terms = new ArrayList<>();
        double weight = concept.spelled() == null ? concept.weight() : 1;
        concept.boosts()
                .forEach((term, boost) -> terms.add(term(field, term, (float) (boost * weight))));
        return terms;
    }

    /// The embedded index takes the translations of a word for one term, which is as rare as the
    /// most frequent of them, and as frequent in a passage as the weighted sum of theirs. The
    /// cluster has no such query. So each translation weighs what makes it score the same where it
    /// occurs alone and once, in a passage of average length.
    private static List<Object> guesses(
            String field, Concept concept, Map<String, Integer> frequencies, Rarity rarity) {
        double idf = rarity.idf(concept.documentFrequency(frequencies));
        double k1 = IndexSchema.K1;
        List<Object> terms = new ArrayList<>();
        concept.boosts()
                .forEach(
                        (term, boost) -> {
                            int frequency = frequencies.getOrDefault(term, 0);
                            if (frequency > 0) {
                                double alone = boost * (1 + k1) / (boost + k1);
                                double weight =
                                        concept.weight() * alone * idf / rarity.idf(frequency);
                                terms.add(term(field, term, (float) weight));
                            }
                        });
        return terms;
    }

    private static Map<String, Object> term(String field, String term, float boost) {
        return Map.of("term", Map.of(field, Map.of("value", term, "boost", boost)));
    }

    /// The terms and the shingles of two terms.
    static Map<String, Object> shingles(String language, List<String> terms) {
        String field = IndexSchema.TEXT_PREFIX + language;
        List<Object> clauses = new ArrayList<>();
        terms.stream().distinct().forEach(term -> clauses.add(term(field, term, 1)));
        for (int i = 0; i + 1 < terms.size(); i++) {
            String pair = terms.get(i) + " " + terms.get(i + 1);
            clauses.add(Map.of("match_phrase", Map.of(field, Map.of("query", pair, "slop", SLOP))));
        }
        return any(clauses);
    }

    /// A search for the best hits of a query in these articles, empty for all.
    static Map<String, Object> best(int count, Map<String, Object> query, Set<String> articleIds) {
        return search(
                count,
                articleIds.isEmpty()
                        ? query
                        : Map.of(
                                "bool",
                                Map.of("must", List.of(query), "filter", List.of(in(articleIds)))));
    }

    /// A search for the passages nearest to a vector.
    static Map<String, Object> nearest(int count, float[] vector, Set<String> articleIds) {
        Map<String, Object> knn = new HashMap<>();
        knn.put("vector", vector);
        knn.put("k", count);
        if (!articleIds.isEmpty()) {
            knn.put("filter", in(articleIds));
        }
        return search(count, Map.of("knn", Map.of(IndexSchema.VECTOR, knn)));
    }

    /// A search for all passages in these articles, empty for all, with their scores for a query: 0
    /// where it doesn't match.
    static Map<String, Object> all(int count, Map<String, Object> query, Set<String> articleIds) {
        List<Object> filter = new ArrayList<>();
        filter.add(Map.of("term", Map.of(IndexSchema.KIND, "passage")));
        if (!articleIds.isEmpty()) {
            filter.add(in(articleIds));
        }
        return search(count, Map.of("bool", Map.of("filter", filter, "should", List.of(query))));
    }

    /// Finds the state of the index as well, before all passages: searches of one request may see
    /// different generations of it, and each says which.
    private static Map<String, Object> search(int count, Map<String, Object> query) {
        Map<String, Object> state =
                Map.of(
                        "constant_score",
                        Map.of(
                                "filter",
                                Map.of("term", Map.of(IndexSchema.KIND, "state")),
                                "boost",
                                STATE_SCORE));
        return Map.of(
                "size",
                count + 1,
                "track_total_hits",
                false,
                "_source",
                false,
                "docvalue_fields",
                List.of(IndexSchema.GENERATION),
                "query",
                Map.of("bool", Map.of("should", List.of(state, query))));
    }

    private static Map<String, Object> in(Set<String> articleIds) {
        return Map.of("terms", Map.of(IndexSchema.ARTICLE, articleIds));
    }

    /// A search for the scores of these documents, 0 where the query doesn't match.
    static Map<String, Object> scores(Collection<String> ids, Map<String, Object> query) {
        return search(
                ids.size(),
                Map.of("bool", Map.of("filter", List.of(ids(ids)), "should", List.of(query))));
    }

    /// A search for one field of these documents.
    static Map<String, Object> field(String field, Collection<String> ids) {
        return Map.of("size", ids.size(), "_source", List.of(field), "query", ids(ids));
    }

    private static Map<String, Object> ids(Collection<String> ids) {
        return Map.of("ids", Map.of("values", ids));
    }
}
