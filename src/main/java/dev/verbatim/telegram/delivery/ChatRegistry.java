package dev.verbatim.telegram.delivery;

import dev.verbatim.telegram.delivery.ApiResult.Barrier;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A registry of the chats where nothing of the bot arrives, and of those that have a new id.
/// Everything runs in the caller's transaction.
final class ChatRegistry {

    private static final Logger log = LoggerFactory.getLogger(ChatRegistry.class);
    private static final int LONGEST_REASON = 500;
    private static final Duration CLOSED_DATA_KEPT = Duration.ofDays(30);

    private final List<ChatData> data;
    private final Clock clock;

    ChatRegistry(List<ChatData> data, Clock clock) {
        this.data = List.copyOf(data);
        this.clock = clock;
    }

    /// Opens a chat again, since a user has written there. A muted one stays muted: others write
    /// there all the time.
    void reopen(JdbcClient rows, long chatId) {
        rows.sql("delete from closed_chat where chat_id = :chat and barrier = :barrier")
                .param("chat", chatId)
                .param("barrier", Barrier.CLOSED.name())
                .update();
    }

    /// Opens a chat, since the bot may write there.
    void open(JdbcClient rows, long chatId) {
        rows.sql("delete from closed_chat where chat_id = :chat").param("chat", chatId).update();
    }

    /// Remembers that nothing goes to a chat. What is kept of it stays.
    void close(JdbcClient rows, long chatId, Barrier barrier, String reason) {
        log.info("chat {}: nothing more goes there, it is {}: {}", chatId, barrier, reason);
        rows.sql(
                        """
                        insert into closed_chat (chat_id, closed_at, reason, barrier)
                        values (:chat, :now, :reason, :barrier)
                        on conflict (chat_id) do update set closed_at = excluded.closed_at,
                            reason = excluded.reason, barrier = excluded.barrier
                        where closed_chat.barrier <> excluded.barrier
                        """)
                .param("chat", chatId)
                .param("now", clock.millis())
                .param("reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
                .param("barrier", barrier.name())
                .update();
    }

    /// Why nothing goes to a chat; empty for an open one.
    Optional<Barrier> barrier(JdbcClient rows, long chatId) {
        return rows.sql("select barrier from closed_chat where chat_id = :chat")
                .param("chat", chatId)
                .query(String.class)
                .optional()
                .map(Barrier::valueOf);
    }

    /// Deletes all that is kept of a chat, also the text of updates that were given up.
    void delete(JdbcClient rows, long chatId) {
        rows.sql("update inbox set content = null where chat_id = :chat and state = 'parked'")
                .param("chat", chatId)
                .update();
        data.forEach(keeper -> keeper.chatDeleted(chatId, rows));
    }

    /// Deletes all that is kept of the chats that have been closed for too long to come back.
    void deleteLongClosed(JdbcClient rows) {
        List<Long> chats =
                rows.sql(
                                "select chat_id from closed_chat where barrier = :barrier"
                                        + " and closed_at < :before")
                        .param("barrier", Barrier.CLOSED.name())
                        .param("before", clock.instant().minus(CLOSED_DATA_KEPT).toEpochMilli())
                        .query((row, _) -> row.getLong("chat_id"))
                        .list();
        for (long chat : chats) {
            log.info("chat {}: was closed for long, and what was kept of it is deleted", chat);
            delete(rows, chat);
            open(rows, chat);
        }
    }

    /// Moves all that belongs to a chat to its new id.
    ///
    /// @return the new id
    long move(JdbcClient rows, long from, long to) {
        log.info("chat {}: is now chat {}", from, to);
        for (String table : List.of("inbox", "outbox")) {
            rows.sql(
                            "update "
                                    + table
                                    + " set chat_id = :to where chat_id = :from and state = 'waiting'")
                    .param("to", to)
                    .param("from", from)
                    .update();
        }
        rows.sql(
                        """
                        insert into moved_chat (chat_id, to_chat_id) values (:from, :to)
                        on conflict (chat_id) do update set to_chat_id = :to
                        """)
                .param("to", to)
                .param("from", from)
                .update();
        data.forEach(keeper -> keeper.chatMoved(from, to, rows));
        return to;
    }

    /// The chat's id now.
    long currentId(JdbcClient rows, long chatId) {
        return rows.sql("select to_chat_id from moved_chat where chat_id = :chat")
                .param("chat", chatId)
                .query(Long.class)
                .optional()
                .orElse(chatId);
    }
}
