package dev.verbatim.telegram.catchup;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ApiResult.Barrier;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store of why digests could not be posted. It learns that from the calls that post them: when
/// one is dropped, its messages are left for the next digest. Thread-safe.
final class DigestBarrierStore implements ApiCall.SendListener, ChatData {

    private final Store store;

    DigestBarrierStore(Store store) {
        this.store = store;
    }

    /// A group whose admins have not been told yet.
    record Untold(long chatId, Barrier barrier) {}

    Optional<Barrier> find(long chatId) {
        return store.read(
                        rows ->
                                rows.sql("select barrier from digest_barrier where chat_id = :chat")
                                        .param("chat", chatId)
                                        .query(String.class)
                                        .optional())
                .map(Barrier::valueOf);
    }

    List<Untold> untold() {
        return store.read(
                rows ->
                        rows.sql("select chat_id, barrier from digest_barrier where told = 0")
                                .query(
                                        (row, _) ->
                                                new Untold(
                                                        row.getLong("chat_id"),
                                                        Barrier.valueOf(row.getString("barrier"))))
                                .list());
    }

    static void markTold(long chatId, JdbcClient rows) {
        rows.sql("update digest_barrier set told = 1 where chat_id = :chat")
                .param("chat", chatId)
                .update();
    }

    /// Forgets that a digest could not be posted.
    static void clear(long chatId, JdbcClient rows) {
        rows.sql("delete from digest_barrier where chat_id = :chat").param("chat", chatId).update();
    }

    /// The call that posts a digest.
    ///
    /// @param digest as it was before
    ApiCall watched(ApiCall call, DailyDigest digest) {
        Long message = digest.reportedMessage();
        String note =
                (message == null ? "" : message) + "/" + digest.reportedUntil().toEpochMilli();
        return call.withListener(name(), note);
    }

    @Override
    public String name() {
        return "digest";
    }

    @Override
    public void sent(long chatId, int messageId, String note, JdbcClient rows) {
        clear(chatId, rows);
    }

    /// Who has removed the bot can't be told.
    @Override
    public void dropped(long chatId, String note, Barrier barrier, JdbcClient rows) {
        int slash = note.indexOf('/');
        String message = note.substring(0, slash);
        rows.sql(
                        "update digest set told_message = :message, told_until = :until"
                                + " where chat_id = :chat")
                .param("message", message.isEmpty() ? null : Long.valueOf(message))
                .param("until", Long.parseLong(note.substring(slash + 1)))
                .param("chat", chatId)
                .update();
        rows.sql(
                        """
                        insert into digest_barrier (chat_id, barrier, told)
                        values (:chat, :barrier, :told)
                        on conflict (chat_id) do update set barrier = excluded.barrier,
                            told = excluded.told
                        where digest_barrier.barrier <> excluded.barrier
                        """)
                .param("chat", chatId)
                .param("barrier", barrier.name())
                .param("told", barrier == Barrier.CLOSED ? 1 : 0)
                .update();
    }

    @Override
    public void chatMoved(long from, long to, JdbcClient rows) {
        clear(from, rows);
    }

    @Override
    public void chatDeleted(long chatId, JdbcClient rows) {
        clear(chatId, rows);
    }
}
