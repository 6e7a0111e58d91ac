package dev.verbatim.retrieval.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The state of an index in one generation: what a question must know before it is searched for.
///
/// @param generation another one after each change
/// @param languages the codes of those that passages are in
/// @param hasVectors whether any passage has one
record IndexState(
        long generation, int articles, int passages, List<String> languages, boolean hasVectors) {

    static final IndexState EMPTY = new IndexState(0, 0, 0, List.of(), false);

    private static final int MAX_LANGUAGES = 200;

    /// The searches that [#of] reads. The cluster keeps the result until the index changes.
    static List<Map<String, Object>> searches() {
        return List.of(
                Map.of(
                        "size", 1,
                        "query", Map.of("term", Map.of(IndexSchema.KIND, "state")),
                        "_source", List.of(IndexSchema.GENERATION)),
                Map.of(
                        "size",
                        0,
                        "track_total_hits",
                        false,
                        "aggs",
                        Map.of(
                                "kinds", terms(IndexSchema.KIND),
                                "languages", terms(IndexSchema.LANGUAGE),
                                "dense",
                                        Map.of(
                                                "filter",
                                                Map.of("term", Map.of(IndexSchema.DENSE, true))))));
    }

    private static Map<String, Object> terms(String field) {
        return Map.of("terms", Map.of("field", field, "size", MAX_LANGUAGES));
    }

    /// @param results of [#searches]
    static IndexState of(List<JsonNode> results) {
        JsonNode found = results.get(0).path("hits").path("hits").path(0).path("_source");
        JsonNode counts = results.get(1).path("aggregations");
        return new IndexState(
                found.path(IndexSchema.GENERATION).asLong(0),
                count("article", counts),
                count("passage", counts),
                keys(counts.path("languages")),
                counts.path("dense").path("doc_count").asLong(0) > 0);
    }

    private static int count(String kind, JsonNode counts) {
        for (JsonNode bucket : counts.path("kinds").path("buckets")) {
            if (bucket.path("key").asString("").equals(kind)) {
                return bucket.path("doc_count").asInt(0);
            }
        }
        return 0;
    }

    private static List<String> keys(JsonNode terms) {
        TreeSet<String> keys = new TreeSet<>();
        for (JsonNode bucket : terms.path("buckets")) {
            keys.add(bucket.path("key").asString(""));
        }
        return new ArrayList<>(keys);
    }
}
