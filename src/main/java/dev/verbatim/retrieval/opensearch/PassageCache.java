package dev.verbatim.retrieval.opensearch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verbatim.article.Article;
import dev.verbatim.retrieval.ranking.StoredArticle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A cache of passages and articles by their ids. What has an id never changes, so that nothing in
/// it can be out of date. Thread-safe.
final class PassageCache {

    /// In bytes: some ten thousand passages.
    private static final long MAX_PASSAGES = Runtime.getRuntime().maxMemory() / 8;

    /// In characters of at most two bytes.
    private static final long MAX_ARTICLES = Runtime.getRuntime().maxMemory() / 4 / 2;

    private final Cache<String, StoredPassage> passages =
            Caffeine.newBuilder()
                    .maximumWeight(MAX_PASSAGES)
                    .weigher((String _, StoredPassage passage) -> passage.size())
                    .build();
    private final Cache<String, Article> articles =
            Caffeine.newBuilder()
                    .maximumWeight(MAX_ARTICLES)
                    .weigher((String _, Article article) -> article.text().length())
                    .build();

    List<String> withoutPassage(Collection<String> ids) {
        return ids.stream().filter(id -> passages.getIfPresent(id) == null).toList();
    }

    List<String> withoutArticle(Collection<String> ids) {
        return ids.stream().distinct().filter(id -> articles.getIfPresent(id) == null).toList();
    }

    /// The searches for what isn't here yet, those for nothing left out.
    List<Map<String, Object>> searches(List<String> passageIds, List<String> articleIds) {
        List<Map<String, Object>> searches = new ArrayList<>();
        if (!passageIds.isEmpty()) {
            searches.add(ClusterQueries.field(IndexSchema.PACKED, passageIds));
        }
        if (!articleIds.isEmpty()) {
            searches.add(ClusterQueries.field(IndexSchema.CONTENT, articleIds));
        }
        return searches;
    }

    /// @param results of [#searches]
    void addAll(List<JsonNode> results) {
        for (JsonNode result : results) {
            for (JsonNode hit : ClusterSearch.hits(result)) {
                add(hit.path("_id").asString(""), hit.path("_source"));
            }
        }
    }

    private void add(String id, JsonNode source) {
        if (source.has(IndexSchema.PACKED)) {
            passages.put(id, StoredPassage.unpack(source.path(IndexSchema.PACKED).asString("")));
        } else {
            articles.put(id, read(source));
        }
    }

    /// An article of the cluster.
    static Article read(JsonNode source) {
        String json = source.path(IndexSchema.CONTENT).asString("");
        return StoredArticle.read(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Nullable StoredPassage passage(String id) {
        return passages.getIfPresent(id);
    }

    @Nullable Article article(String id) {
        return articles.getIfPresent(id);
    }
}
