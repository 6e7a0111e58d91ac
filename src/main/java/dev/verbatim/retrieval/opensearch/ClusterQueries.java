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

    /// More than any passage has.
    private static final float STATE_SCORE = 1e9f;

    private ClusterQueries() {}

    /// Any of the concepts, as the embedded index searches for them.
    static Map<String, Object> anyOf(PassageQuery query) {
        List<Object> clauses = new ArrayList<>();
        query.concepts()
                .forEach(
                        (language, concepts) -> {
                            String field = IndexSchema.TEXT_PREFIX + language;
                            for (Concept concept : concepts) {
                                if (!concept.boosts().isEmpty()) {
                                    clauses.add(concept(field, concept));
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

    /// The embedded index takes the translations of a word for one term. The cluster has no query
    /// that does, with a weight for each, so there the best one counts.
    private static Map<String, Object> concept(String field, Concept concept) {
        double weight = concept.spelled() == null ? concept.weight() : 1;
        List<Object> terms = new ArrayList<>();
        concept.boosts()
                .forEach((term, boost) -> terms.add(term(field, term, (float) (boost * weight))));
        return terms.size() == 1
                ? Map.of("bool", Map.of("should", terms))
                : Map.of(
                        "dis_max",
                        Map.of("tie_breaker", PassageQuery.TIE_BREAKER, "queries", terms));
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
