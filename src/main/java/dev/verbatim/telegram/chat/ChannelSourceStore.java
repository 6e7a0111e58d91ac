package dev.verbatim.telegram.chat;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store of the groups whose channel is a source: each of its posts becomes an article.
/// Thread-safe.
public final class ChannelSourceStore implements ChatData {

    private final Store store;

    public ChannelSourceStore(Store store) {
        this.store = store;
    }

    public boolean isSource(long chatId) {
        return store.read(
                        rows ->
                                rows.sql(
                                                "select count(*) from channel_source"
                                                        + " where chat_id = :chat")
                                        .param("chat", chatId)
                                        .query(Integer.class)
                                        .single())
                > 0;
    }

    /// Makes a group's channel a source, or no source any more.
    public static void set(long chatId, boolean isSource, JdbcClient rows) {
        rows.sql("delete from channel_source where chat_id = :chat").param("chat", chatId).update();
        if (isSource) {
            rows.sql("insert into channel_source (chat_id) values (:chat)")
                    .param("chat", chatId)
                    .update();
        }
    }

    @Override
    public void chatMoved(long from, long to, JdbcClient rows) {
        int moved =
                rows.sql("delete from channel_source where chat_id = :chat")
                        .param("chat", from)
                        .update();
        if (moved > 0) {
            set(to, true, rows);
        }
    }

    @Override
    public void chatDeleted(long chatId, JdbcClient rows) {
        set(chatId, false, rows);
    }
}
