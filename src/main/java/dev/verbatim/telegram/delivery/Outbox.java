package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.ApiResult.Barrier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A durable queue of calls: each is made once, a chat's in the order they were committed.
/// Thread-safe.
final class Outbox extends DurableQueue {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final ChatRegistry chats;
    private final Map<String, ApiCall.SendListener> listeners;
    private final Clock clock;

    Outbox(Store store, ChatRegistry chats, List<ApiCall.SendListener> listeners, Clock clock) {
        super(store, "outbox", "created_at");
        this.chats = chats;
        this.listeners =
                listeners.stream()
                        .collect(Collectors.toMap(ApiCall.SendListener::name, Function.identity()));
        this.clock = clock;
    }

    /// A call that waits.
    ///
    /// @param content its JSON
    record Pending(long place, long chatId, String content) {

        private static Pending of(ResultSet row) throws SQLException {
            return new Pending(
                    row.getLong("place"), row.getLong("chat_id"), row.getString("content"));
        }

        private boolean isInChat() {
            try {
                return parsed().isInChat();
            } catch (JsonProcessingException e) {
                return true; // it can't be made in any case
            }
        }

        ApiCall.Content parsed() throws JsonProcessingException {
            return ApiCall.Content.read(content);
        }
    }

    /// Adds a call at the end; not when there was one with its key, and dropped at once when the
    /// chat is closed.
    ///
    /// @return the chat that it waits for
    long add(JdbcClient rows, ApiCall call, String key) {
        long chat = chats.currentId(rows, call.chatId());
        Optional<Barrier> barrier =
                call.content().isInChat() ? chats.barrier(rows, chat) : Optional.empty();
        int added =
                rows.sql(
                                """
                        insert into outbox (place, call_key, chat_id, state, content, created_at)
                        values ((select coalesce(max(place), 0) + 1 from outbox), :key, :chat,
                            :state, :content, :now)
                        on conflict (call_key) do nothing
                        """)
                        .param("key", call.key().isEmpty() ? key : call.key())
                        .param("chat", chat)
                        .param("state", barrier.isPresent() ? "dropped" : "waiting")
                        .param("content", barrier.isPresent() ? null : call.content().json())
                        .param("now", clock.millis())
                        .update();
        if (added > 0) {
            barrier.ifPresent(why -> notifyDropped(rows, chat, call.content(), why));
        }
        return chat;
    }

    Optional<Pending> next(long chatId) {
        return store.read(
                rows ->
                        rows.sql(
                                        "select place, chat_id, content from outbox where chat_id ="
                                                + " :chat and state = 'waiting' order by place"
                                                + " limit 1")
                                .param("chat", chatId)
                                .query((row, _) -> Pending.of(row))
                                .optional());
    }

    /// Marks a call as made, with a message of that number; 0 for none.
    static void sent(JdbcClient rows, Pending call, int messageId) {
        rows.sql(
                        "update outbox set state = 'sent', content = null, message_id = :message"
                                + " where place = :place")
                .param("message", messageId == 0 ? null : messageId)
                .param("place", call.place())
                .update();
    }

    /// Drops the calls that wait for a chat where nothing arrives.
    void dropAll(JdbcClient rows, long chatId, Barrier barrier) {
        List<Pending> waiting =
                rows.sql(
                                "select place, chat_id, content from outbox"
                                        + " where chat_id = :chat and state = 'waiting'")
                        .param("chat", chatId)
                        .query((row, _) -> Pending.of(row))
                        .list();
        waiting.stream().filter(Pending::isInChat).forEach(call -> drop(rows, call, barrier));
    }

    /// Drops a call that can't arrive.
    void drop(JdbcClient rows, Pending call, Barrier barrier) {
        rows.sql("update outbox set state = 'dropped', content = null where place = :place")
                .param("place", call.place())
                .update();
        try {
            notifyDropped(rows, call.chatId(), call.parsed(), barrier);
        } catch (JsonProcessingException e) {
            log.warn("chat {}: call {} can't be read", call.chatId(), call.place());
        }
    }

    private void notifyDropped(
            JdbcClient rows, long chatId, ApiCall.Content content, Barrier barrier) {
        ApiCall.Notice notice = content.notice();
        if (notice != null) {
            listener(notice).ifPresent(one -> one.dropped(chatId, notice.note(), barrier, rows));
        }
    }

    /// Who wants to know what became of a call.
    Optional<ApiCall.SendListener> listener(ApiCall.Notice notice) {
        return Optional.ofNullable(listeners.get(notice.receipt()));
    }

    /// Replaces a call by another one.
    static void replace(JdbcClient rows, Pending call, ApiCall.Content content) {
        rows.sql("update outbox set content = :content where place = :place")
                .param("content", content.json())
                .param("place", call.place())
                .update();
    }

    /// Gives a call up. Its content is not kept: a catch-up has the words of a group.
    static void park(JdbcClient rows, Pending call) {
        rows.sql("update outbox set state = 'parked', content = null where place = :place")
                .param("place", call.place())
                .update();
    }
}
