package dev.verbatim.article.history;

import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.TextHash;
import dev.verbatim.store.Store;
import dev.verbatim.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A history of articles: when each version was served first, and the paragraphs that were
/// replaced. Thread-safe.
public final class ArticleHistory {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleHistory.class);

    private final Store store;
    private final Clock clock;
    private final HistorySettings settings;

    /// The settings of the history.
    ///
    /// @param versions how long earlier versions are kept
    @ConfigurationProperties("verbatim.memory")
    public record HistorySettings(@DefaultValue("365d") Duration versions) {}

    public ArticleHistory(Store store, Clock clock, HistorySettings settings) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
    }

    /// Keeps what a change replaces. A failure is logged: it holds up no article.
    ///
    /// @param served finds an article as it is served before the change
    public void record(ContentChange change, Function<String, Optional<Article>> served) {
        try {
            switch (change) {
                case ContentChange.Published(var article) ->
                        record(article, served.apply(article.id()));
                case ContentChange.Withdrawn(var id) ->
                        write(rows -> forget(List.of(TextHash.of(id)), rows));
                case ContentChange.Settled(var ids) -> keepOnly(ids);
            }
        } catch (StoreException e) {
            LOG.warn("An earlier version of an article can't be kept: {}", e.getMessage());
        }
    }

    private void record(Article article, Optional<Article> before) {
        boolean changed = before.filter(earlier -> !hasSameText(earlier, article)).isPresent();
        if (!changed && since(article.id(), TextHash.of(article.text())).isPresent()) {
            return;
        }
        long hash = TextHash.of(article.id());
        long now = clock.millis();
        List<String> replaced = before.map(earlier -> replaced(earlier, article)).orElse(List.of());
        write(
                rows -> {
                    insertVersion(hash, TextHash.of(article.text()), now, rows);
                    replaced.forEach(words -> insertParagraph(hash, words, now, rows));
                });
    }

    private static boolean hasSameText(Article one, Article other) {
        return one.text().equals(other.text());
    }

    private void write(Consumer<JdbcClient> statements) {
        store.writeShared(
                rows -> {
                    statements.accept(rows);
                    return true;
                });
    }

    private static List<String> replaced(Article earlier, Article later) {
        Set<String> kept = paragraphs(later).stream().collect(Collectors.toSet());
        return paragraphs(earlier).stream().filter(words -> !kept.contains(words)).toList();
    }

    private static List<String> paragraphs(Article article) {
        return article.paragraphs().stream()
                .map(Paragraph::span)
                .map(span -> span.of(article.text()))
                .toList();
    }

    /// An earlier version of it needs to be compared with nothing any more.
    private static void insertVersion(long article, long text, long at, JdbcClient rows) {
        rows.sql("update article_version set compared = 1 where article_hash = :article")
                .param("article", article)
                .update();
        rows.sql(
                        "insert into article_version (article_hash, text_hash, served_at, compared)"
                                + " values (:article, :text, :at, 0)"
                                + " on conflict (article_hash, text_hash)"
                                + " do update set served_at = excluded.served_at, compared = 0")
                .param("article", article)
                .param("text", text)
                .param("at", at)
                .update();
    }

    private static void insertParagraph(long article, String words, long at, JdbcClient rows) {
        rows.sql(
                        "insert into replaced_paragraph (article_hash, words_hash, words,"
                                + " replaced_at) values (:article, :hash, :words, :at) on conflict"
                                + " (article_hash, words_hash) do update set replaced_at ="
                                + " excluded.replaced_at")
                .param("article", article)
                .param("hash", (int) TextHash.of(words))
                .param("words", words)
                .param("at", at)
                .update();
    }

    /// A version of an article.
    ///
    /// @param articleHash the [TextHash] of its id
    /// @param textHash the [TextHash] of its text
    public record Version(long articleHash, long textHash) {

        /// Whether an article has this text.
        public boolean isOf(Article article) {
            return TextHash.of(article.id()) == articleHash
                    && TextHash.of(article.text()) == textHash;
        }
    }

    /// The latest versions that the pending questions weren't compared with yet.
    public List<Version> notCompared() {
        return store.read(
                rows ->
                        rows.sql(
                                        "select article_hash, text_hash from article_version"
                                                + " where compared = 0 order by served_at")
                                .query(Version.class)
                                .list());
    }

    /// Remembers that the pending questions were compared with a version.
    public static void markCompared(Version version, JdbcClient rows) {
        rows.sql(
                        "update article_version set compared = 1 where article_hash = :article"
                                + " and text_hash = :text")
                .param("article", version.articleHash())
                .param("text", version.textHash())
                .update();
    }

    /// When a version of an article was served first; empty when that isn't known (any more).
    ///
    /// @param text the [TextHash] of its text
    public Optional<Instant> since(String articleId, long text) {
        return store.read(
                        rows ->
                                rows.sql(
                                                "select served_at from article_version where"
                                                        + " article_hash = :article and text_hash"
                                                        + " = :text")
                                        .param("article", TextHash.of(articleId))
                                        .param("text", text)
                                        .query(Long.class)
                                        .optional())
                .map(Instant::ofEpochMilli);
    }

    /// The words of a paragraph that a later version of an article hasn't; empty when they aren't
    /// kept.
    ///
    /// @param words 32 bits of the [TextHash] of the paragraph
    public Optional<String> replaced(String articleId, int words) {
        return store.read(
                rows ->
                        rows.sql(
                                        "select words from replaced_paragraph where article_hash ="
                                                + " :article and words_hash = :words and"
                                                + " replaced_at >= :since")
                                .param("article", TextHash.of(articleId))
                                .param("words", words)
                                .param("since", oldestMillis())
                                .query(String.class)
                                .optional());
    }

    private long oldestMillis() {
        return clock.instant().minus(settings.versions()).toEpochMilli();
    }

    /// Deletes what is older than the settings allow; the current version of an article stays.
    public void purgeExpired() {
        write(
                rows -> {
                    rows.sql("delete from replaced_paragraph where replaced_at < :since")
                            .param("since", oldestMillis())
                            .update();
                    rows.sql(
                                    "delete from article_version where served_at < :since and"
                                            + " exists (select 1 from article_version as later"
                                            + " where later.article_hash ="
                                            + " article_version.article_hash and later.served_at >"
                                            + " article_version.served_at and later.served_at <"
                                            + " :since)")
                            .param("since", oldestMillis())
                            .update();
                });
    }

    private void keepOnly(Set<String> articleIds) {
        Set<Long> served = articleIds.stream().map(TextHash::of).collect(Collectors.toSet());
        List<Long> known =
                store.read(
                        rows ->
                                rows.sql("select distinct article_hash from article_version")
                                        .query(Long.class)
                                        .list());
        List<Long> gone = known.stream().filter(hash -> !served.contains(hash)).toList();
        if (!gone.isEmpty()) {
            write(rows -> forget(gone, rows));
        }
    }

    private void forget(List<Long> articles, JdbcClient rows) {
        for (String table : List.of("article_version", "replaced_paragraph")) {
            articles.forEach(
                    hash ->
                            rows.sql("delete from " + table + " where article_hash = :article")
                                    .param("article", hash)
                                    .update());
        }
        store.eraseDeleted();
    }
}
