package dev.verbatim.article.feed;

import dev.verbatim.article.web.WebFetcher.Validators;
import dev.verbatim.store.Store;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store of what is known of feeds and their items. Thread-safe.
final class FeedStore {

    private final Store store;

    FeedStore(Store store) {
        this.store = store;
    }

    /// What is known of a feed.
    ///
    /// @param name of its folder; empty before it was read
    /// @param read when it could be read the last time; [Instant#EPOCH] for never
    /// @param failures how often in a row it could not be read
    /// @param problem why the last time; empty when it could be read
    record FeedRow(
            String address,
            String name,
            Validators validators,
            Instant asked,
            Instant read,
            Instant due,
            int failures,
            String problem) {

        static FeedRow unknown(String address) {
            return new FeedRow(
                    address,
                    "",
                    Validators.NONE,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    0,
                    "");
        }

        boolean wasRead() {
            return !read.equals(Instant.EPOCH);
        }
    }

    /// What became of an item.
    ///
    /// @param file in the content folder; missing when there is none, or none any more
    /// @param failures how often it could not be read
    record ItemRow(
            String feed,
            String key,
            @Nullable Path file,
            String fingerprint,
            Instant filed,
            int failures) {

        ItemRow withoutFile() {
            return new ItemRow(feed, key, null, fingerprint, filed, 0);
        }
    }

    FeedRow feed(String address) {
        return store.read(
                        rows ->
                                rows.sql("select * from feed where address = :address")
                                        .param("address", address)
                                        .query(FeedStore::readFeed)
                                        .optional())
                .orElseGet(() -> FeedRow.unknown(address));
    }

    private static FeedRow readFeed(ResultSet row, int ignoredNumber) throws SQLException {
        return new FeedRow(
                row.getString("address"),
                row.getString("name"),
                new Validators(row.getString("entity_tag"), row.getString("last_modified")),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                Instant.ofEpochMilli(row.getLong("read_at")),
                Instant.ofEpochMilli(row.getLong("due_at")),
                row.getInt("failures"),
                row.getString("problem"));
    }

    void save(FeedRow feed) {
        write(
                rows -> {
                    rows.sql("delete from feed where address = :address")
                            .param("address", feed.address())
                            .update();
                    rows.sql(
                                    """
                                    insert into feed (address, name, entity_tag, last_modified,
                                        asked_at, read_at, due_at, failures, problem)
                                    values (:address, :name, :tag, :modified, :asked, :read, :due,
                                        :failures, :problem)
                                    """)
                            .param("address", feed.address())
                            .param("name", feed.name())
                            .param("tag", feed.validators().entityTag())
                            .param("modified", feed.validators().lastModified())
                            .param("asked", feed.asked().toEpochMilli())
                            .param("read", feed.read().toEpochMilli())
                            .param("due", feed.due().toEpochMilli())
                            .param("failures", feed.failures())
                            .param("problem", feed.problem())
                            .update();
                });
    }

    /// The items of a feed, by their keys.
    Map<String, ItemRow> items(String feed) {
        return items("feed = :value", feed).stream()
                .collect(Collectors.toMap(ItemRow::key, Function.identity()));
    }

    /// The articles that were filed before a time.
    List<ItemRow> articlesBefore(Instant time) {
        return items("filed_at < :value and path <> ''", time.toEpochMilli());
    }

    /// Forgets the items without a file that were filed before a time.
    void forget(Instant time) {
        write(
                rows ->
                        rows.sql("delete from feed_item where filed_at < :time and path = ''")
                                .param("time", time.toEpochMilli())
                                .update());
    }

    private List<ItemRow> items(String which, Object value) {
        return store.read(
                rows ->
                        rows.sql("select * from feed_item where " + which)
                                .param("value", value)
                                .query(FeedStore::readItem)
                                .list());
    }

    private static ItemRow readItem(ResultSet row, int ignoredNumber) throws SQLException {
        String path = row.getString("path");
        return new ItemRow(
                row.getString("feed"),
                row.getString("item_key"),
                path.isEmpty() ? null : Path.of(path),
                row.getString("fingerprint"),
                Instant.ofEpochMilli(row.getLong("filed_at")),
                row.getInt("failures"));
    }

    int articles(String feed) {
        return store.read(
                rows ->
                        rows.sql(
                                        "select count(*) from feed_item where feed = :feed"
                                                + " and path <> ''")
                                .param("feed", feed)
                                .query(Integer.class)
                                .single());
    }

    /// @param also is committed with it
    void save(ItemRow item, Consumer<JdbcClient> also) {
        write(
                rows -> {
                    delete(item, rows);
                    rows.sql(
                                    """
                                    insert into feed_item (feed, item_key, path, fingerprint,
                                        filed_at, failures)
                                    values (:feed, :key, :path, :fingerprint, :filed, :failures)
                                    """)
                            .param("feed", item.feed())
                            .param("key", item.key())
                            .param(
                                    "path",
                                    Optional.ofNullable(item.file()).map(Path::toString).orElse(""))
                            .param("fingerprint", item.fingerprint())
                            .param("filed", item.filed().toEpochMilli())
                            .param("failures", item.failures())
                            .update();
                    also.accept(rows);
                });
    }

    private static void delete(ItemRow item, JdbcClient rows) {
        rows.sql("delete from feed_item where feed = :feed and item_key = :key")
                .param("feed", item.feed())
                .param("key", item.key())
                .update();
    }

    /// Whether this instance may write.
    boolean isWorker() {
        return store.isWorker();
    }

    private void write(Consumer<JdbcClient> statements) {
        store.write(
                rows -> {
                    statements.accept(rows);
                    return true;
                });
    }
}
