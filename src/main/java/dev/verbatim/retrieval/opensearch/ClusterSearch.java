package dev.verbatim.retrieval.opensearch;

import static dev.verbatim.retrieval.opensearch.OpenSearchClient.JSON;

import dev.verbatim.retrieval.PassageRetriever.UnavailableException;
import dev.verbatim.retrieval.opensearch.OpenSearchClient.Reply;
import dev.verbatim.retrieval.ranking.PassageQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/// A sender of searches to one index, all of a question to the same copies of it. Thread-safe.
final class ClusterSearch {

    private final OpenSearchClient client;
    private final String index;
    private final String preference;

    /// @param preference says which copies
    ClusterSearch(OpenSearchClient client, String index, String preference) {
        this.client = client;
        this.index = index;
        this.preference = preference;
    }

    /// The results of searches, in their order; all of them or none.
    ///
    /// @throws UnavailableException when a part of the index can't be read
    CompletableFuture<List<JsonNode>> run(List<Map<String, Object>> searches) {
        StringBuilder lines = new StringBuilder();
        Map<String, Object> header =
                Map.of(
                        "index", index,
                        "preference", preference,
                        "allow_partial_search_results", false);
        for (Map<String, Object> search : searches) {
            lines.append(JSON.writeValueAsString(header)).append('\n');
            lines.append(JSON.writeValueAsString(search)).append('\n');
        }
        return client.ask("_msearch", lines.toString()).thenApply(ClusterSearch::results);
    }

    private static List<JsonNode> results(Reply reply) {
        List<JsonNode> results = new ArrayList<>();
        for (JsonNode result : reply.body().path("responses")) {
            int status = result.path("status").asInt(0);
            if (status == 404 || status == 429 || status >= 500) {
                throw new UnavailableException(
                        "a part of the index is missing: " + OpenSearchClient.reason(result));
            }
            if (result.has("error")) {
                throw new IllegalStateException(
                        "the cluster can't search: " + OpenSearchClient.reason(result));
            }
            if (result.path("timed_out").asBoolean(false)
                    || result.path("_shards").path("failed").asInt(0) > 0) {
                throw new UnavailableException("a part of the index is missing");
            }
            results.add(result);
        }
        return results;
    }

    /// In how many passages each term of a query is, by language; without those that occur nowhere.
    CompletableFuture<Map<String, Map<String, Integer>>> documentFrequencies(PassageQuery query) {
        Map<String, String> texts = new HashMap<>();
        terms(query)
                .forEach(
                        (language, all) -> {
                            if (!all.isEmpty()) {
                                texts.put(
                                        IndexSchema.TEXT_PREFIX + language, String.join(" ", all));
                            }
                        });
        if (texts.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        // Of a document that exists nowhere, so that its terms can be any.
        Map<String, Object> request =
                Map.of(
                        "doc", texts,
                        "fields", List.copyOf(texts.keySet()),
                        "term_statistics", true,
                        "field_statistics", false,
                        "positions", false,
                        "offsets", false);
        String path = index + "/_termvectors?preference=" + preference;
        return client.ask(path, JSON.writeValueAsString(request)).thenApply(ClusterSearch::counts);
    }

    private static Map<String, List<String>> terms(PassageQuery query) {
        Map<String, List<String>> terms = new HashMap<>();
        query.concepts()
                .forEach(
                        (language, concepts) ->
                                terms.put(
                                        language,
                                        concepts.stream()
                                                .flatMap(one -> one.boosts().keySet().stream())
                                                .distinct()
                                                .toList()));
        return terms;
    }

    private static Map<String, Map<String, Integer>> counts(Reply reply) {
        if (reply.isMissing()) {
            throw new UnavailableException("the index is missing");
        }
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : reply.body().path("term_vectors").properties()) {
            Map<String, Integer> ofField = new HashMap<>();
            for (Map.Entry<String, JsonNode> term : field.getValue().path("terms").properties()) {
                int count = term.getValue().path("doc_freq").asInt(0);
                if (count > 0) {
                    ofField.put(term.getKey(), count);
                }
            }
            counts.put(field.getKey().substring(IndexSchema.TEXT_PREFIX.length()), ofField);
        }
        return counts;
    }

    /// The hits of a search.
    static JsonNode hits(JsonNode result) {
        return result.path("hits").path("hits");
    }
}
