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

    /// The index that the log has told of.
    private volatile String told = "";

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
        return schema(false).name(settings.index());
    }

    private IndexSchema schema(boolean searchesVectors) {
        return new IndexSchema(IndexSchema.FORMAT, encoder, searchesVectors);
    }

    /// The index that the alias says, if this program can read it; otherwise its own.
    ///
    /// @param make whether to make its own when there is none yet
    /// @throws UnavailableException when there is none yet
    /// @throws IllegalArgumentException when the alias is somebody else's
    ServedIndex served(boolean make) {
        Optional<ServedIndex> found = found();
        if (found.isPresent()) {
            return found.get();
        }
        refuseOtherServers();
        if (make) {
            return writable();
        }
        throw new UnavailableException(
                "there is no index %s yet at %s. A running bot makes it, under the name %s."
                        .formatted(settings.index(), client.node(), own()));
    }

    private Optional<ServedIndex> found() {
        List<ServedIndex> readable = new ArrayList<>();
        Reply reply = client.get(settings.index());
        if (!reply.isMissing()) {
            for (Map.Entry<String, JsonNode> index : reply.body().properties()) {
                refuseForeign(index.getKey(), index.getValue());
                if (IndexSchema.of(index.getValue()).isReadable()) {
                    readable.add(index(index.getKey(), index.getValue()));
                }
            }
        }
        return readable.stream().findFirst().or(this::existing);
    }

    private void refuseForeign(String name, JsonNode index) {
        if (name.equals(settings.index()) || !IndexSchema.isOurs(index)) {
            throw new IllegalArgumentException(
                    "verbatim.opensearch.index: %s at %s is the index of another program (%s), and stays as it is. Give another name."
                            .formatted(settings.index(), client.node(), name));
        }
    }

    private ServedIndex index(String name, JsonNode index) {
        IndexSchema schema = IndexSchema.of(index);
        boolean encodes = schema.encoder().equals(encoder);
        if (!name.equals(told)) {
            told = name;
            tell(name, schema);
        }
        return new ServedIndex(name, encodes, schema.dense() && encodes);
    }

    private void tell(String name, IndexSchema schema) {
        if (!schema.encoder().equals(encoder)) {
            LOG.warn(
                    "verbatim.encoder.model: the index {} at {} has the vectors of the encoder {},"
                            + " not of {}. Its passages are found by their words alone, until a"
                            + " running bot with this encoder has built {}.",
                    name,
                    client.node(),
                    schema.encoder(),
                    encoder,
                    own());
        } else if (!schema.dense()) {
            LOG.info(
                    "The index {} at {} was made without the k-NN plugin: in more than a thousand"
                            + " passages only the best by their words are compared by their vectors."
                            + " Once the cluster has opensearch-knn, delete the index to have it"
                            + " made anew.",
                    name,
                    client.node());
        }
    }

    private Optional<ServedIndex> existing() {
        Reply reply = client.get(own());
        if (reply.isMissing()) {
            return Optional.empty();
        }
        JsonNode index = reply.body().path(own());
        refuseForeign(own(), index);
        refuseOthersVectors(IndexSchema.of(index));
        return Optional.of(index(own(), index));
    }

    /// Two encoders may have names that differ only by what the name of an index can't have.
    private void refuseOthersVectors(IndexSchema schema) {
        if (!schema.isReadable() || !schema.encoder().equals(encoder)) {
            throw new IllegalArgumentException(
                    "verbatim.opensearch.index: %s at %s is in the format %s with the vectors of the encoder %s, where this program has %s and %s. It stays as it is: give another name than %s, or use that encoder."
                            .formatted(
                                    own(),
                                    client.node(),
                                    schema.format(),
                                    schema.encoder(),
                                    IndexSchema.FORMAT,
                                    encoder,
                                    settings.index()));
        }
    }

    /// The index of this program's format and encoder, made when it is missing.
    ServedIndex writable() {
        Optional<ServedIndex> existing = existing();
        if (existing.isPresent()) {
            return existing.get();
        }
        refuseOtherServers();
        String served = client.get(settings.index()).body().toString();
        client.write(
                "PUT",
                own(),
                JSON.writeValueAsString(
                        schema(canSearchVectors()).definition(own(), settings.replicas())));
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
                    "verbatim.opensearch.urls: what answers at %s is no OpenSearch, but %s. Give the address of a node of OpenSearch."
                            .formatted(
                                    client.node(),
                                    version.path("number").asString("something else")));
        }
    }

    private boolean canSearchVectors() {
        String plugins = client.get("_cat/plugins?format=json").body().toString();
        return plugins.toLowerCase(Locale.ROOT).contains("knn");
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
