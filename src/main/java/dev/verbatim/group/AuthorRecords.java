package dev.verbatim.group;

import dev.verbatim.store.Store;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The records that the archives of all groups have of one author. Thread-safe.
public final class AuthorRecords {

    private final Store store;

    public AuthorRecords(Store store) {
        this.store = store;
    }

    /// The records of one group.
    ///
    /// @param days for how long a message is kept; 0 when the group has turned its archive off
    /// @param messages at most [MessageRange#MOST], the newest
    public record OfGroup(long chatId, int days, boolean optedOut, List<ChatMessage> messages) {

        public OfGroup {
            messages = List.copyOf(messages);
        }
    }

    /// The groups that have something of an author.
    ///
    /// @param author see [ChatMessage.Author#id()]
    public List<OfGroup> find(String author) {
        return store.read(
                rows -> groups(author, rows).stream().map(chat -> find(chat, author)).toList());
    }

    /// The records of one group, which may be empty.
    public OfGroup find(long chatId, String author) {
        return store.read(
                rows ->
                        new OfGroup(
                                chatId,
                                ConsentTable.find(chatId, rows).map(Consent::days).orElse(0),
                                ConsentTable.isOptedOut(chatId, author, rows),
                                MessageTable.allBy(author, chatId, rows)));
    }

    /// Deletes all messages of an author. Who has opted out stays known, or it would be undone.
    public void delete(String author, JdbcClient rows) {
        for (long chat : groups(author, rows)) {
            MessageTable.delete(chat, "author_id = :value", author, rows);
            CatchupTimeTable.delete(chat, author, rows);
        }
        store.eraseDeleted();
    }

    private static List<Long> groups(String author, JdbcClient rows) {
        return rows.sql(
                        """
                        select chat_id from group_message where author_id = :author
                        union select chat_id from group_opted_out where author_id = :author
                        union select chat_id from group_caught_up where author_id = :author
                        """)
                .param("author", author)
                .query((row, _) -> row.getLong("chat_id"))
                .list();
    }
}
