package dev.verbatim.group;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A table of when each user was last told what they missed, in a topic of a group.
final class CatchupTimeTable {

    private CatchupTimeTable() {}

    static Optional<Instant> last(long chatId, long topic, String reader, JdbcClient rows) {
        return rows.sql(
                        """
                        select caught_up_at from group_caught_up
                        where chat_id = :chat and topic_id = :topic and author_id = :reader
                        """)
                .param("chat", chatId)
                .param("topic", topic)
                .param("reader", reader)
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }

    static void set(long chatId, long topic, String reader, Instant at, JdbcClient rows) {
        rows.sql(
                        """
                        insert into group_caught_up (chat_id, topic_id, author_id, caught_up_at)
                        values (:chat, :topic, :reader, :at)
                        on conflict (chat_id, topic_id, author_id)
                        do update set caught_up_at = excluded.caught_up_at
                        """)
                .param("chat", chatId)
                .param("topic", topic)
                .param("reader", reader)
                .param("at", at.toEpochMilli())
                .update();
    }

    static void delete(long chatId, String reader, JdbcClient rows) {
        rows.sql("delete from group_caught_up where chat_id = :chat and author_id = :reader")
                .param("chat", chatId)
                .param("reader", reader)
                .update();
    }

    static void deleteAll(long chatId, JdbcClient rows) {
        rows.sql("delete from group_caught_up where chat_id = :chat")
                .param("chat", chatId)
                .update();
    }
}
