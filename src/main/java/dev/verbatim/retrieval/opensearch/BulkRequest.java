package dev.verbatim.retrieval.opensearch;

import static dev.verbatim.retrieval.opensearch.OpenSearchClient.JSON;

import dev.verbatim.retrieval.PassageRetriever.UnavailableException;
import dev.verbatim.retrieval.opensearch.OpenSearchClient.Reply;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A request to create and delete documents of an index.
final class BulkRequest {

    private final StringBuilder lines = new StringBuilder();

    void create(String id, Map<String, Object> document) {
        add(Map.of("create", Map.of("_id", id)));
        add(document);
    }

    void delete(String id) {
        add(Map.of("delete", Map.of("_id", id)));
    }

    private void add(Map<String, Object> line) {
        lines.append(JSON.writeValueAsString(line)).append('\n');
    }

    /// Sends it. What existed or was gone before is no failure.
    ///
    /// @throws UnavailableException when a document couldn't be written
    void send(String path, OpenSearchClient client) {
        Reply reply = client.write("POST", path, lines.toString());
        if (reply.isMissing()) {
            throw new UnavailableException("the index is missing, and can't be written");
        }
        for (JsonNode item : reply.body().path("items")) {
            for (Map.Entry<String, JsonNode> action : item.properties()) {
                int status = action.getValue().path("status").asInt(0);
                boolean missing = status == 404 && !action.getKey().equals("delete");
                boolean failed = status >= 300 && status != 404 && status != 409;
                if (missing || failed) {
                    throw new UnavailableException(
                            "the index can't be written: "
                                    + OpenSearchClient.reason(action.getValue()));
                }
            }
        }
    }
}
