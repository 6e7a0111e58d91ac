package dev.verbatim.retrieval.opensearch;

import static dev.verbatim.retrieval.opensearch.OpenSearchClient.JSON;

import dev.verbatim.article.Article;
import dev.verbatim.retrieval.PassageRetriever.UnavailableException;
import dev.verbatim.retrieval.opensearch.ClusterIndexes.ServedIndex;
import dev.verbatim.retrieval.opensearch.OpenSearchClient.Reply;
import dev.verbatim.retrieval.ranking.PassageEncoder;
import dev.verbatim.retrieval.ranking.PassageEncoder.EncodedPassage;
import dev.verbatim.retrieval.ranking.PassageEncoder.PassageVectors;
import dev.verbatim.retrieval.ranking.StoredArticle;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// A writer of articles to one index. Not thread-safe.
///
/// Ids are made of the content, and what exists isn't written again, so that a change may be sent
/// twice. Before each change the writer counts the index's generation up, on the condition that
/// nobody else has: one that was stopped and wakes when another one writes finds that out before it
/// writes anything.
final class ClusterWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterWriter.class);

    /// The interval at which changes are shown while the folder is read for the first time.
    /// Afterwards each one is shown at once.
    private static final long REFRESH_NANOS = TimeUnit.SECONDS.toNanos(2);

    /// Longer words can't be ids, and nobody asks for them.
    private static final int MAX_WORD_BYTES = 400;

    private static final int PAGE = 1_000;

    /// So few may be all there are.
    private static final int FEW = 3;

    /// An article leaves room for a million passages in the order.
    private static final int PLACES = 20;

    private final OpenSearchClient client;
    private final String index;
    private final boolean dense;
    private final PassageEncoder encoder;
    private final Map<String, Indexed> articles = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private long generation;
    private long sequenceNumber;
    private long primaryTerm;
    private long lastRefresh = System.nanoTime();
    private boolean settled;

    /// @param passages how many it has
    private record Indexed(String fingerprint, int passages) {}

    private ClusterWriter(OpenSearchClient client, ServedIndex index, PassageEncoder encoder) {
        this.client = client;
        this.index = index.name();
        this.dense = index.dense();
        this.encoder = encoder;
    }

    /// A writer that knows what the index holds.
    static ClusterWriter open(OpenSearchClient client, ServedIndex index, PassageEncoder encoder) {
        var writer = new ClusterWriter(client, index, encoder);
        writer.refresh();
        writer.readState();
        writer.readArticles();
        return writer;
    }

    private void readState() {
        Reply state = client.get(index + "/_doc/" + IndexSchema.STATE_ID);
        if (state.isMissing()) {
            state =
                    client.write(
                            "PUT",
                            write("_create/" + IndexSchema.STATE_ID),
                            JSON.writeValueAsString(state(0)));
        } else {
            generation = state.body().path("_source").path(IndexSchema.GENERATION).asLong(0);
        }
        remember(state.body());
    }

    private void remember(JsonNode state) {
        sequenceNumber = state.path("_seq_no").asLong(0);
        primaryTerm = state.path("_primary_term").asLong(0);
    }

    private static Map<String, Object> state(long generation) {
        return Map.of(IndexSchema.KIND, "state", IndexSchema.GENERATION, generation);
    }

    private void readArticles() {
        var search = new ClusterSearch(client, index, "_primary");
        List<String> last = List.of();
        int found;
        do {
            found = 0;
            List<JsonNode> results = OpenSearchClient.join(search.run(List.of(page(last))));
            for (JsonNode hit : ClusterSearch.hits(results.getFirst())) {
                JsonNode source = hit.path("_source");
                String id = source.path(IndexSchema.ARTICLE).asString("");
                int passages = source.path(IndexSchema.PASSAGES).asInt(0);
                articles.put(id, new Indexed(hit.path("_id").asString(""), passages));
                last = List.of(id);
                found++;
            }
        } while (found == PAGE);
    }

    private static Map<String, Object> page(List<String> after) {
        Map<String, Object> page = new HashMap<>();
        page.put("size", PAGE);
        page.put("query", Map.of("term", Map.of(IndexSchema.KIND, "article")));
        page.put("sort", List.of(Map.of(IndexSchema.ARTICLE, "asc")));
        page.put("_source", List.of(IndexSchema.ARTICLE, IndexSchema.PASSAGES));
        if (!after.isEmpty()) {
            page.put("search_after", after);
        }
        return page;
    }

    /// Adds an article, and removes its earlier version.
    void publish(Article article) {
        StoredArticle stored = StoredArticle.of(article);
        Indexed before = articles.get(article.id());
        if (before != null && before.fingerprint().equals(stored.fingerprint())) {
            return;
        }
        List<EncodedPassage> passages = encoder.encode(article);
        beginChange();
        var request = new BulkRequest();
        for (int i = 0; i < passages.size(); i++) {
            request.create(StoredPassage.id(stored.fingerprint(), i), document(passages.get(i), i));
        }
        request.create(stored.fingerprint(), document(article, stored, passages.size()));
        Set<String> added = addWords(passages, request);
        delete(before, request);
        request.send(write("_bulk"), client);
        words.addAll(added);
        articles.put(article.id(), new Indexed(stored.fingerprint(), passages.size()));
        showSoon();
    }

    void withdraw(String articleId) {
        Indexed before = articles.get(articleId);
        if (before != null) {
            beginChange();
            var request = new BulkRequest();
            delete(before, request);
            request.send(write("_bulk"), client);
            articles.remove(articleId);
            showSoon();
        }
    }

    /// Removes all other articles, unless that would be most of them: then a folder is empty or
    /// isn't mounted, and what others serve stays.
    ///
    /// @param present the articles that have a file
    void settle(Set<String> present) {
        Set<String> gone = new HashSet<>(articles.keySet());
        gone.removeAll(present);
        if (!gone.isEmpty()
                && (present.isEmpty()
                        || (gone.size() > FEW && gone.size() > articles.size() / 2))) {
            LOG.warn(
                    "{} of {} articles of the index have no file here, and stay: is the content"
                            + " folder the right one? To drop them, delete the index {}.",
                    gone.size(),
                    articles.size(),
                    index);
        } else {
            gone.forEach(this::withdraw);
        }
        settled = true;
        refresh();
    }

    private String write(String what) {
        return IndexSchema.writeAlias(index) + "/" + what + "?require_alias=true";
    }

    private void beginChange() {
        Reply reply =
                client.write(
                        "PUT",
                        write("_doc/" + IndexSchema.STATE_ID)
                                + "&if_seq_no=%d&if_primary_term=%d"
                                        .formatted(sequenceNumber, primaryTerm),
                        JSON.writeValueAsString(state(generation + 1)));
        if (reply.isConflict() || reply.isMissing()) {
            throw new UnavailableException("another instance has changed the index " + index);
        }
        remember(reply.body());
        generation++;
    }

    private Map<String, Object> document(EncodedPassage passage, int number) {
        Map<String, Object> document = new HashMap<>();
        document.put(IndexSchema.KIND, "passage");
        document.put(IndexSchema.ARTICLE, passage.passage().article().id());
        document.put(IndexSchema.LANGUAGE, passage.language());
        document.put("text", Map.of(passage.language(), String.join(" ", passage.searchedTerms())));
        long place = (generation << PLACES) + number;
        document.put(IndexSchema.PACKED, StoredPassage.of(passage, place).pack());
        PassageVectors vectors = passage.vectors();
        document.put(IndexSchema.DENSE, vectors != null);
        if (dense && vectors != null) {
            document.put(IndexSchema.VECTOR, vectors.passage().array());
        }
        return document;
    }

    private Map<String, Object> document(Article article, StoredArticle stored, int passages) {
        return Map.of(
                IndexSchema.KIND,
                "article",
                IndexSchema.ARTICLE,
                article.id(),
                IndexSchema.PASSAGES,
                passages,
                IndexSchema.CONTENT,
                stored.json());
    }

    private Set<String> addWords(List<EncodedPassage> passages, BulkRequest request) {
        Set<String> added = new HashSet<>();
        for (EncodedPassage passage : passages) {
            for (String word : passage.searchedTerms()) {
                String id = "w-" + passage.language() + "-" + word;
                if (!words.contains(id)
                        && id.getBytes(StandardCharsets.UTF_8).length <= MAX_WORD_BYTES
                        && added.add(id)) {
                    request.create(id, word(passage.language(), word));
                }
            }
        }
        return added;
    }

    private Map<String, Object> word(String language, String word) {
        return Map.of(
                IndexSchema.KIND, "word",
                IndexSchema.VOCABULARY, language,
                IndexSchema.WORD, word,
                IndexSchema.GENERATION, generation);
    }

    private static void delete(@Nullable Indexed before, BulkRequest request) {
        if (before != null) {
            request.delete(before.fingerprint());
            for (int i = 0; i < before.passages(); i++) {
                request.delete(StoredPassage.id(before.fingerprint(), i));
            }
        }
    }

    private void showSoon() {
        if (settled || System.nanoTime() - lastRefresh > REFRESH_NANOS) {
            refresh();
        }
    }

    /// Shows what was changed, all at once.
    private void refresh() {
        client.write("POST", index + "/_refresh", "");
        lastRefresh = System.nanoTime();
    }
}
