package dev.verbatim.telegram.delivery;

import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import dev.verbatim.telegram.update.UpdateEnvelope;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A registry of the chats that are closed to the bot, and of those that have a new id. Everything
/// runs in the caller's transaction.
final class ChatRegistry {

    private static final Logger log = LoggerFactory.getLogger(ChatRegistry.class);
    private static final int LONGEST_REASON = 500;

    private final List<ChatData> data;
    private final Clock clock;

    ChatRegistry(List<ChatData> data, Clock clock) {
        this.data = List.copyOf(data);
        this.clock = clock;
    }

    /// Opens a chat again, since a user has written there.
    void reopen(JdbcClient rows, UpdateEnvelope update) {
        if (!update.removal()) {
            rows.sql("delete from closed_chat where chat_id = :chat")
                    .param("chat", update.chatId())
                    .update();
        }
    }

    /// Applies what an update says about the chat itself: that the bot was removed, or that the
    /// group has moved.
    ///
    /// @return the chat's new id, if it has moved
    Optional<Long> apply(JdbcClient rows, UpdateEnvelope update) {
        if (update.removal()) {
            close(rows, update.chatId(), "the bot was removed or blocked");
        }
        return Optional.ofNullable(update.migration())
                .map(migration -> move(rows, migration.from(), migration.to()));
    }

    /// Closes a chat: nothing goes there until a user writes, and the calls that waited are
    /// dropped.
    void close(JdbcClient rows, long chatId, String reason) {
        log.info("chat {}: nothing more goes there, until somebody writes: {}", chatId, reason);
        rows.sql(
                        """
                        insert into closed_chat (chat_id, closed_at, reason)
                        values (:chat, :now, :reason) on conflict (chat_id) do nothing
                        """)
                .param("chat", chatId)
                .param("now", clock.millis())
                .param("reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
                .update();
        rows.sql(
                        "update outbox set state = 'dropped', content = null"
                                + " where chat_id = :chat and state = 'waiting'")
                .param("chat", chatId)
                .update();
        data.forEach(keeper -> keeper.chatClosed(chatId, rows));
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

    boolean isClosed(JdbcClient rows, long chatId) {
        return rows.sql("select count(*) from closed_chat where chat_id = :chat")
                        .param("chat", chatId)
                        .query(Long.class)
                        .single()
                > 0;
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
