package dev.verbatim.telegram.catchup;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.catchup.LiveCatchup.Pin;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ApiResult.Barrier;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store of the live catch-ups. It learns from the calls that post them which message each is.
/// Thread-safe.
final class LiveCatchupStore implements ApiCall.SendListener, ChatData {

    private static final String OF_ONE = " where chat_id = :chat and topic_id = :topic";

    private final Store store;

    LiveCatchupStore(Store store) {
        this.store = store;
    }

    List<LiveCatchup> all() {
        return store.read(
                rows ->
                        rows.sql("select * from live_catchup order by chat_id, topic_id")
                                .query(LiveCatchupStore::read)
                                .list());
    }

    Optional<LiveCatchup> find(long chatId, long topicId) {
        return store.read(rows -> find(chatId, topicId, rows));
    }

    private static Optional<LiveCatchup> find(long chatId, long topicId, JdbcClient rows) {
        return rows.sql("select * from live_catchup" + OF_ONE)
                .param("chat", chatId)
                .param("topic", topicId)
                .query(LiveCatchupStore::read)
                .optional();
    }

    static void save(LiveCatchup live, JdbcClient rows) {
        delete(live, rows);
        rows.sql(
                        """
                        insert into live_catchup (chat_id, topic_id, language, view_id, day,
                            message_id, pinned, written_at, failures)
                        values (:chat, :topic, :language, :view, :day, :message, :pinned, :written,
                            :failures)
                        """)
                .param("chat", live.chatId())
                .param("topic", live.topicId())
                .param("language", live.language().getLanguage())
                .param("view", live.viewId())
                .param("day", live.day().toEpochDay())
                .param("message", live.messageId())
                .param("pinned", live.pinned().name())
                .param("written", live.writtenAt().toEpochMilli())
                .param("failures", live.failures())
                .update();
    }

    /// Replaces one that has not changed since it was read.
    ///
    /// @throws IllegalStateException when it was: then the whole transaction must fail
    static void replace(LiveCatchup before, LiveCatchup after, JdbcClient rows) {
        if (!find(before.chatId(), before.topicId(), rows).equals(Optional.of(before))) {
            throw new IllegalStateException(
                    "the live catch-up of chat " + before.chatId() + " was changed meanwhile");
        }
        save(after, rows);
    }

    static void delete(LiveCatchup live, JdbcClient rows) {
        rows.sql("delete from live_catchup" + OF_ONE)
                .param("chat", live.chatId())
                .param("topic", live.topicId())
                .update();
    }

    /// The call that posts one.
    ApiCall watched(ApiCall call, LiveCatchup live) {
        return call.withKey(live.key()).withListener(name(), String.valueOf(live.viewId()));
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public void sent(long chatId, int messageId, String note, JdbcClient rows) {
        rows.sql(
                        "update live_catchup set message_id = :message where chat_id = :chat"
                                + " and view_id = :view")
                .param("message", messageId)
                .param("chat", chatId)
                .param("view", Long.parseLong(note))
                .update();
    }

    /// It is posted once the bot may write there again.
    @Override
    public void dropped(long chatId, String note, Barrier barrier, JdbcClient rows) {
        rows.sql(
                        "update live_catchup set written_at = 0, failures = failures + 1"
                                + " where chat_id = :chat and view_id = :view")
                .param("chat", chatId)
                .param("view", Long.parseLong(note))
                .update();
    }

    /// The message stays behind in the old group; a new one is posted.
    @Override
    public void chatMoved(long from, long to, JdbcClient rows) {
        chatDeleted(to, rows);
        rows.sql(
                        "update live_catchup set chat_id = :to, message_id = 0, pinned = 'NO',"
                                + " written_at = 0 where chat_id = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }

    @Override
    public void chatDeleted(long chatId, JdbcClient rows) {
        rows.sql("delete from live_catchup where chat_id = :chat").param("chat", chatId).update();
    }

    private static LiveCatchup read(ResultSet row, int ignoredNumber) throws SQLException {
        return new LiveCatchup(
                row.getLong("chat_id"),
                row.getLong("topic_id"),
                Locale.of(row.getString("language")),
                row.getLong("view_id"),
                LocalDate.ofEpochDay(row.getLong("day")),
                row.getInt("message_id"),
                Pin.valueOf(row.getString("pinned")),
                Instant.ofEpochMilli(row.getLong("written_at")),
                row.getInt("failures"));
    }
}
