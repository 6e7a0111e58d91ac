package dev.verbatim.retrieval.opensearch;

import dev.verbatim.encoder.Encoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The fields of an index on the cluster, and what an index says of itself.
///
/// It holds a document for each passage, each article, each word of a language, and one for the
/// state of the index.
///
/// @param format of its documents
/// @param encoder name of the model that makes the vectors
/// @param dense whether the cluster can search vectors
record IndexSchema(String format, String encoder, boolean dense) {

    /// The version of the format. It changes whenever this code can't read an older index.
    static final String FORMAT = "1";

    /// How soon a term that occurs again in a passage adds little.
    static final double K1 = 0.9;

    static final String KIND = "kind";
    static final String ARTICLE = "article";
    static final String LANGUAGE = "language";
    static final String DENSE = "dense";
    static final String GENERATION = "generation";
    static final String VOCABULARY = "vocabulary";
    static final String WORD = "word";
    static final String PASSAGES = "passages";
    static final String PACKED = "packed";
    static final String CONTENT = "content";
    static final String VECTOR = "vector";
    static final String TEXT_PREFIX = "text.";
    static final String STATE_ID = "state";

    private static final String OURS = "verbatim";

    /// The name of the index with this format and encoder: indexes of others stand beside it.
    String name(String alias) {
        StringBuilder name = new StringBuilder(alias).append('-').append(format).append('-');
        for (char letter : encoder.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
            name.append(plain ? letter : '-');
        }
        return name.toString();
    }

    /// The name to write to an index by. Writing to a name that is an alias or nothing can't create
    /// an index by accident, after somebody has deleted this one.
    static String writeAlias(String name) {
        return name + "-write";
    }

    /// The body of the request that creates an index.
    Map<String, Object> definition(String name, int replicas) {
        return Map.of(
                "aliases", Map.of(writeAlias(name), Map.of()),
                "settings", settings(replicas),
                "mappings", mappings());
    }

    private Map<String, Object> settings(int replicas) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("number_of_shards", 1);
        settings.put("number_of_replicas", replicas);
        settings.put("refresh_interval", "-1"); // whoever writes says when
        // As in the embedded index.
        settings.put("similarity", Map.of("passages", Map.of("type", "BM25", "k1", K1, "b", 0.4)));
        if (dense) {
            settings.put("knn", true);
        }
        return Map.of("index", settings);
    }

    private Map<String, Object> mappings() {
        Map<String, Object> unread = Map.of("type", "keyword", "index", false, "doc_values", false);
        Map<String, Object> fields = new HashMap<>();
        for (String field : List.of(KIND, ARTICLE, LANGUAGE, VOCABULARY, WORD)) {
            fields.put(field, Map.of("type", "keyword"));
        }
        fields.put(DENSE, Map.of("type", "boolean"));
        fields.put(GENERATION, Map.of("type", "long"));
        fields.put(PASSAGES, Map.of("type", "integer", "index", false));
        fields.put(PACKED, unread);
        fields.put(CONTENT, unread);
        fields.put("text", Map.of("type", "object", "dynamic", true));
        if (dense) {
            fields.put(VECTOR, vectors());
        }
        return Map.of(
                "_meta", Map.of(OURS, Map.of("format", format, "encoder", encoder, DENSE, dense)),
                "_source", Map.of("excludes", List.of(TEXT_PREFIX + "*", VECTOR)),
                "dynamic", "strict",
                "dynamic_templates", List.of(Map.of("terms", terms())),
                "properties", fields);
    }

    private static Map<String, Object> vectors() {
        return Map.of(
                "type",
                "knn_vector",
                "dimension",
                Encoder.DIMENSIONS,
                "method",
                Map.of(
                        "name",
                        "hnsw",
                        "engine",
                        "lucene",
                        "space_type",
                        "innerproduct",
                        "parameters",
                        Map.of("m", 16)));
    }

    /// Terms joined by blanks.
    private static Map<String, Object> terms() {
        return Map.of(
                "path_match",
                TEXT_PREFIX + "*",
                "mapping",
                Map.of("type", "text", "analyzer", "whitespace", "similarity", "passages"));
    }

    /// Whether an index is of this program.
    ///
    /// @param index as the cluster describes it
    static boolean isOurs(JsonNode index) {
        return index.path("mappings").path("_meta").has(OURS);
    }

    /// Whether an index can be read by this program.
    boolean isReadable() {
        return format.equals(FORMAT);
    }

    /// What an index of this program says of itself.
    static IndexSchema of(JsonNode index) {
        JsonNode meta = index.path("mappings").path("_meta").path(OURS);
        return new IndexSchema(
                meta.path("format").asString(""),
                meta.path("encoder").asString(""),
                meta.path(DENSE).asBoolean(false));
    }
}
