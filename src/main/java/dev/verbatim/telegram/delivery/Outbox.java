package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.verbatim.store.Store;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A durable queue of calls: each is made once, a chat's in the order they were committed.
/// Thread-safe.
final class Outbox extends DurableQueue {

    private final ChatRegistry chats;
    private final Clock clock;

    Outbox(Store store, ChatRegistry chats, Clock clock) {
        super(store, "outbox", "created_at");
        this.chats = chats;
        this.clock = clock;
    }

    /// A call that waits.
    ///
    /// @param content its JSON
    record Pending(long place, long chatId, String content) {

        ApiCall.Content parsed() throws JsonProcessingException {
            return ApiCall.Content.read(content);
        }
    }

    /// Adds a call at the end; not when there was one with its key, nor when the chat is closed.
    ///
    /// @return the chat that it waits for
    long add(JdbcClient rows, ApiCall call, String key) {
        long chat = chats.currentId(rows, call.chatId());
        rows.sql(
                        """
                        insert into outbox (place, call_key, chat_id, state, content, created_at)
                        values ((select coalesce(max(place), 0) + 1 from outbox), :key, :chat,
                            :state, :content, :now)
                        on conflict (call_key) do nothing
                        """)
                .param("key", call.key().isEmpty() ? key : call.key())
                .param("chat", chat)
                .param("state", chats.isClosed(rows, chat) ? "dropped" : "waiting")
                .param("content", call.content().json())
                .param("now", clock.millis())
                .update();
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
                                .query(Pending.class)
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

    /// Replaces a call by another one.
    static void replace(JdbcClient rows, Pending call, ApiCall.Content content) {
        rows.sql("update outbox set content = :content where place = :place")
                .param("content", content.json())
                .param("place", call.place())
                .update();
    }

    /// Gives a call up. Its content is kept for the operator.
    static void park(JdbcClient rows, Pending call) {
        rows.sql("update outbox set state = 'parked' where place = :place")
                .param("place", call.place())
                .update();
    }
}
