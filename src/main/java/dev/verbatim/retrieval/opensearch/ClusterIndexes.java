package dev.verbatim.retrieval.opensearch;

import static dev.verbatim.retrieval.opensearch.OpenSearchClient.JSON;

import dev.verbatim.retrieval.PassageRetriever.UnavailableException;
import dev.verbatim.retrieval.opensearch.OpenSearchClient.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Finds the index to read and the one to write, and creates it when it is missing.
///
/// There is one for each format and encoder, so that a new version of the program, or another
/// encoder, builds its own beside the one that is served. An alias says which one that is, and
/// moves when the new one is complete. No index is ever deleted or overwritten: others may read it.
final class ClusterIndexes {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterIndexes.class);

    private final OpenSearchClient client;
    private final OpenSearchSettings settings;
    private final String encoder;

    /// @param encoder name of the model that makes the vectors
    ClusterIndexes(OpenSearchClient client, OpenSearchSettings settings, String encoder) {
        this.client = client;
        this.settings = settings;
        this.encoder = encoder;
    }

    /// The index that is searched.
    ///
    /// @param encodes whether its vectors are those of this program's encoder
    /// @param dense whether the cluster can search them
    record ServedIndex(String name, boolean encodes, boolean dense) {}

    private String own() {
        return new IndexSchema(encoder, false).name(settings.index());
    }

    /// The index that the alias says, if this program can read it; otherwise its own.
    ///
    /// @param make whether to make its own when there is none yet
    /// @throws UnavailableException when there is none yet
    /// @throws IllegalArgumentException when the alias is somebody else's
    ServedIndex served(boolean make) {
        Optional<ServedIndex> found = found();
        return found.isEmpty() && make
                ? writable()
                : found.orElseThrow(
                        () ->
                                new UnavailableException(
                                        "there is no index "
                                                + settings.index()
                                                + " yet. A running bot makes it."));
    }

    private Optional<ServedIndex> found() {
        List<ServedIndex> readable = new ArrayList<>();
        Reply reply = client.get(settings.index());
        if (!reply.isMissing()) {
            for (Map.Entry<String, JsonNode> index : reply.body().properties()) {
                refuseForeign(index.getKey(), index.getValue());
                if (IndexSchema.isReadable(index.getValue())) {
                    readable.add(index(index.getKey(), index.getValue()));
                }
            }
        }
        return readable.stream().findFirst().or(this::existing);
    }

    private void refuseForeign(String name, JsonNode index) {
        if (name.equals(settings.index()) || !IndexSchema.isOurs(index)) {
            throw new IllegalArgumentException(
                    "verbatim.opensearch.index: "
                            + settings.index()
                            + " on the cluster is the index of another program, and stays as it is."
                            + " Give another name.");
        }
    }

    private ServedIndex index(String name, JsonNode index) {
        IndexSchema schema = IndexSchema.of(index);
        boolean encodes = schema.encoder().equals(encoder);
        return new ServedIndex(name, encodes, schema.dense() && encodes);
    }

    private Optional<ServedIndex> existing() {
        Reply reply = client.get(own());
        if (reply.isMissing()) {
            return Optional.empty();
        }
        JsonNode index = reply.body().path(own());
        refuseForeign(own(), index);
        return Optional.of(index(own(), index));
    }

    /// The index of this program's format and encoder, made when it is missing.
    ServedIndex writable() {
        Optional<ServedIndex> existing = existing();
        if (existing.isPresent()) {
            return existing.get();
        }
        refuseOtherServers();
        String served = client.get(settings.index()).body().toString();
        var schema = new IndexSchema(encoder, canSearchVectors());
        client.write(
                "PUT",
                own(),
                JSON.writeValueAsString(schema.definition(own(), settings.replicas())));
        LOG.info(
                "Made the index {}{}",
                own(),
                served.contains("mappings") ? " beside the one that is served." : ".");
        return existing().orElseThrow();
    }

    private void refuseOtherServers() {
        JsonNode version = client.get("").body().path("version");
        if (!version.path("distribution").asString("").equals("opensearch")) {
            throw new IllegalArgumentException(
                    "verbatim.opensearch.urls: what answers there is no OpenSearch, but "
                            + version.path("number").asString("something else")
                            + ". Give the address of a node of OpenSearch.");
        }
    }

    private boolean canSearchVectors() {
        String plugins = client.get("_cat/plugins?format=json").body().toString();
        boolean can = plugins.toLowerCase(Locale.ROOT).contains("knn");
        if (!can) {
            LOG.warn(
                    "The cluster has no k-NN plugin: passages are found by their words alone, and"
                            + " their vectors only order them. Install opensearch-knn, and delete the"
                            + " index {} to have it made anew.",
                    own());
        }
        return can;
    }

    /// Has the alias name this program's own index, which is complete.
    void serveOwn() {
        Reply reply = client.get("_alias/" + settings.index());
        if (!reply.isMissing() && reply.body().has(own())) {
            return;
        }
        List<Object> actions = new ArrayList<>();
        if (!reply.isMissing()) {
            for (String before : reply.body().propertyNames()) {
                actions.add(action("remove", before));
                LOG.info("The index {} is no longer served, and may be deleted.", before);
            }
        }
        actions.add(action("add", own()));
        client.write("POST", "_aliases", JSON.writeValueAsString(Map.of("actions", actions)));
    }

    private Map<String, Object> action(String action, String index) {
        return Map.of(action, Map.of("index", index, "alias", settings.index()));
    }

    /// Deletes this program's own index. For indexes that nobody else reads.
    void deleteOwn() {
        client.write("DELETE", own(), "");
    }
}
