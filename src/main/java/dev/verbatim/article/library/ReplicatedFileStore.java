package dev.verbatim.article.library;

import dev.verbatim.store.Store;
import java.util.List;
import java.util.Optional;

/// A store of the content folder's files, which the instances of a bot share. Thread-safe.
final class ReplicatedFileStore {

    private final Store store;

    ReplicatedFileStore(Store store) {
        this.store = store;
    }

    boolean isShared() {
        return store.isShared();
    }

    /// A change to a file.
    ///
    /// @param version numbers the changes of all files, in the order they were committed
    /// @param hash of the file's bytes; of those it had, when it is deleted
    record Change(String name, long version, String hash, boolean deleted) {}

    /// The last change of each file that has changed after a version, in their order.
    List<Change> changesAfter(long version) {
        return store.read(
                rows ->
                        rows.sql(
                                        """
                                        select name, version, content_hash, content is null as deleted
                                        from content_file where version > :version order by version
                                        """)
                                .param("version", version)
                                .query(
                                        (row, _) ->
                                                new Change(
                                                        row.getString("name"),
                                                        row.getLong("version"),
                                                        row.getString("content_hash"),
                                                        row.getBoolean("deleted")))
                                .list());
    }

    /// A file's bytes; empty when it is deleted.
    Optional<byte[]> content(String name) {
        return store.read(
                rows ->
                        rows
                                .sql("select content from content_file where name = :name")
                                .param("name", name)
                                .query((row, _) -> Optional.ofNullable(row.getBytes("content")))
                                .list()
                                .stream()
                                .flatMap(Optional::stream)
                                .findFirst());
    }

    /// Stores a file, unless another instance has changed it after a version.
    ///
    /// @return whether it is stored
    boolean put(String name, String hash, byte[] bytes, long seen) {
        return store.<Integer>writeShared(
                        rows -> {
                            store.takeTurns(rows);
                            return rows.sql(
                                            """
                                            insert into content_file (name, version, content_hash, content)
                                            values (:name, (select coalesce(max(version), 0) + 1
                                                from content_file), :hash, :bytes)
                                            on conflict (name) do update set version = excluded.version,
                                                content_hash = excluded.content_hash,
                                                content = excluded.content
                                            where content_file.version <= :seen
                                            """)
                                    .param("name", name)
                                    .param("hash", hash)
                                    .param("bytes", bytes)
                                    .param("seen", seen)
                                    .update();
                        })
                > 0;
    }

    /// Notes that a file is deleted, unless another instance has changed it after a version.
    ///
    /// @return whether it is noted
    boolean delete(String name, long seen) {
        return store.<Integer>writeShared(
                        rows -> {
                            store.takeTurns(rows);
                            return rows.sql(
                                            """
                                            update content_file set content = null, version =
                                                (select max(version) + 1 from content_file)
                                            where name = :name and version <= :seen
                                            """)
                                    .param("name", name)
                                    .param("seen", seen)
                                    .update();
                        })
                > 0;
    }
}
