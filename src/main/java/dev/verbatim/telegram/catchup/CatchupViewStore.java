package dev.verbatim.telegram.catchup;

import dev.verbatim.group.MessageRange;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store of the catch-ups that were shown. Thread-safe.
final class CatchupViewStore implements ChatData {

    // No group keeps its messages for longer.
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String COLUMNS =
            "id, chat_id, group_id, topic_id, first_message, last_message";

    /// A catch-up that was shown: which messages it is of.
    ///
    /// What it says is found again each time, so that a message that was changed or deleted since
    /// is shown changed, or not at all.
    ///
    /// @param id ours; never negative
    /// @param chatId where it is shown: the group itself, or a reader's private chat
    /// @param topicId missing for all topics
    record View(
            long id,
            long chatId,
            long groupId,
            @Nullable Long topicId,
            long firstMessage,
            long lastMessage) {

        /// A view of all messages from one on, also of those that are still to come.
        ///
        /// @param topicId of a message in it, or [CatchupService#ALL_TOPICS]
        static View open(long id, long groupId, long topicId, long firstMessage) {
            return new View(
                    id,
                    groupId,
                    groupId,
                    topicId == CatchupService.ALL_TOPICS ? null : topicId,
                    firstMessage,
                    Integer.MAX_VALUE);
        }

        MessageRange range() {
            MessageRange range = MessageRange.ALL.after(firstMessage - 1).before(lastMessage + 1);
            return topicId == null ? range : range.inTopic(topicId);
        }
    }

    private final Store store;
    private final Clock clock;
    private final RandomGenerator numbers = new SecureRandom();

    CatchupViewStore(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// A random id for a new view, which can't be guessed.
    long newId() {
        return numbers.nextLong(Long.MAX_VALUE);
    }

    /// The view of an id, only in the chat where it is shown: a button can be forged.
    Optional<View> find(long chatId, long id) {
        return find(id).filter(view -> view.chatId() == chatId);
    }

    /// The view of an id, in any chat. The caller checks who may read it.
    Optional<View> find(long id) {
        return store.read(
                rows ->
                        rows.sql("select " + COLUMNS + " from catchup_view where id = :id")
                                .param("id", id)
                                .query(View.class)
                                .optional());
    }

    /// Ends an open view with its last message.
    static void close(long id, long lastMessage, JdbcClient rows) {
        rows.sql("update catchup_view set last_message = :last where id = :id")
                .param("last", lastMessage)
                .param("id", id)
                .update();
    }

    /// Stores a view, once.
    void insert(View view, JdbcClient rows) {
        rows.sql(
                        "insert into catchup_view ("
                                + COLUMNS
                                + ", made_at) values (:id, :chat, :group, :topic, :first, :last,"
                                + " :now) on conflict (id) do nothing")
                .param("id", view.id())
                .param("chat", view.chatId())
                .param("group", view.groupId())
                .param("topic", view.topicId())
                .param("first", view.firstMessage())
                .param("last", view.lastMessage())
                .param("now", clock.millis())
                .update();
    }

    /// Deletes what is older than any message can be.
    void purgeExpired() {
        long before = clock.instant().minus(KEPT).toEpochMilli();
        store.write(rows -> delete("made_at < :value", before, rows));
    }

    /// A supergroup numbers its messages differently, so the views are of no use.
    @Override
    public void chatMoved(long from, long to, JdbcClient rows) {
        delete("group_id = :value", from, rows);
    }

    @Override
    public void chatDeleted(long chatId, JdbcClient rows) {
        delete("group_id = :value or chat_id = :value", chatId, rows);
    }

    private static int delete(String which, long value, JdbcClient rows) {
        return rows.sql("delete from catchup_view where " + which).param("value", value).update();
    }
}
