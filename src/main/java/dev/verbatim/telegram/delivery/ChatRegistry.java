package dev.verbatim.telegram.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which chats don't want us any more, and which have moved. All of it in somebody's transaction.
final class ChatRegistry {

    private static final Logger log = LoggerFactory.getLogger(ChatRegistry.class);
    private static final Set<String> OUT = Set.of("left", "kicked");
    private static final int LONGEST_REASON = 500;

    private final List<ChatData> data;
    private final Clock clock;

    ChatRegistry(List<ChatData> data, Clock clock) {
        this.data = List.copyOf(data);
        this.clock = clock;
    }

    /// An update came: whoever writes wants us again.
    void heard(JdbcClient rows, RawUpdate update) {
        if (!isRemoval(update)) {
            rows.sql("delete from closed_chat where chat_id = :chat")
                    .param("chat", update.chatId())
                    .update();
        }
    }

    /// What an update means for the chat itself: we were removed, or the group has moved.
    ///
    /// @return where the chat's data is now, if it has moved
    Optional<Long> learn(JdbcClient rows, RawUpdate update) {
        if (isRemoval(update)) {
            close(rows, update.chatId(), "the bot was removed or blocked");
        }
        var message = update.content().path("message");
        if (message.path("migrate_to_chat_id").canConvertToLong()) {
            return move(rows, update.chatId(), message.path("migrate_to_chat_id").longValue());
        }
        if (message.path("migrate_from_chat_id").canConvertToLong()) {
            return move(rows, message.path("migrate_from_chat_id").longValue(), update.chatId());
        }
        return Optional.empty();
    }

    /// Nothing goes there until somebody writes, and what waited to go is dropped.
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
        data.forEach(keeper -> keeper.gone(chatId, rows));
    }

    /// All that belongs to the chat belongs to the other one.
    Optional<Long> move(JdbcClient rows, long from, long to) {
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
        data.forEach(keeper -> keeper.moved(from, to, rows));
        return Optional.of(to);
    }

    boolean isClosed(JdbcClient rows, long chatId) {
        return rows.sql("select count(*) from closed_chat where chat_id = :chat")
                        .param("chat", chatId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// The chat's number now.
    long present(JdbcClient rows, long chatId) {
        return rows.sql("select to_chat_id from moved_chat where chat_id = :chat")
                .param("chat", chatId)
                .query(Long.class)
                .optional()
                .orElse(chatId);
    }

    private static boolean isRemoval(RawUpdate update) {
        return OUT.contains(update.content().at("/my_chat_member/new_chat_member/status").asText());
    }
}
