package dev.verbatim.group;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A table of what groups have agreed to, and of who has opted out there.
final class ConsentTable {

    private ConsentTable() {}

    static Optional<Consent> find(long chatId, JdbcClient rows) {
        return rows.sql("select given_by, given_at, days from group_consent where chat_id = :chat")
                .param("chat", chatId)
                .query(
                        (row, _) ->
                                new Consent(
                                        row.getString("given_by"),
                                        Instant.ofEpochMilli(row.getLong("given_at")),
                                        row.getInt("days")))
                .optional();
    }

    /// The groups that have agreed.
    static List<Long> groups(JdbcClient rows) {
        return rows.sql("select chat_id from group_consent")
                .query((row, _) -> row.getLong("chat_id"))
                .list();
    }

    static void save(long chatId, Consent consent, JdbcClient rows) {
        rows.sql(
                        """
                        insert into group_consent (chat_id, given_by, given_at, days)
                        values (:chat, :by, :at, :days)
                        on conflict (chat_id) do update set days = excluded.days
                        """)
                .param("chat", chatId)
                .param("by", consent.by())
                .param("at", consent.at().toEpochMilli())
                .param("days", consent.days())
                .update();
    }

    static void delete(long chatId, JdbcClient rows) {
        rows.sql("delete from group_consent where chat_id = :chat").param("chat", chatId).update();
    }

    static void optOut(long chatId, String author, JdbcClient rows) {
        rows.sql(
                        """
                        insert into group_opted_out (chat_id, author_id) values (:chat, :author)
                        on conflict (chat_id, author_id) do nothing
                        """)
                .param("chat", chatId)
                .param("author", author)
                .update();
    }

    static void optIn(long chatId, String author, JdbcClient rows) {
        rows.sql("delete from group_opted_out where chat_id = :chat and author_id = :author")
                .param("chat", chatId)
                .param("author", author)
                .update();
    }

    static boolean isOptedOut(long chatId, String author, JdbcClient rows) {
        return rows.sql(
                                "select count(*) from group_opted_out"
                                        + " where chat_id = :chat and author_id = :author")
                        .param("chat", chatId)
                        .param("author", author)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// Who has opted out of a group.
    static List<String> optedOut(long chatId, JdbcClient rows) {
        return rows.sql("select author_id from group_opted_out where chat_id = :chat")
                .param("chat", chatId)
                .query((row, _) -> row.getString("author_id"))
                .list();
    }

    static void move(long from, long to, JdbcClient rows) {
        find(from, rows).ifPresent(consent -> save(to, consent, rows));
        delete(from, rows);
        for (String author : optedOut(from, rows)) {
            optOut(to, author, rows);
            optIn(from, author, rows);
        }
    }
}
