package dev.verbatim.telegram.answering;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store of when questions were last edited, so that of two edits that arrive in the wrong order
/// the later one wins. It keeps times and ids only, for as long as an edit may be on its way.
/// Thread-safe.
public final class EditedQuestionStore implements ChatData {

    // An edit counts for an hour, and may arrive after an outage.
    private static final Duration RETENTION = Duration.ofDays(2);

    private final Store store;

    public EditedQuestionStore(Store store) {
        this.store = store;
    }

    /// Whether a later edit has arrived before.
    public boolean isSuperseded(Incoming.Edited edited) {
        return isEditedAfter(edited.context(), edited.at());
    }

    /// Whether an edit of the question has arrived before it.
    public boolean isSuperseded(Incoming.Asked asked) {
        return isEditedAfter(asked.context(), Instant.EPOCH);
    }

    private boolean isEditedAfter(MessageContext context, Instant at) {
        return store.read(
                        rows ->
                                rows.sql(
                                                """
                                                select count(*) from edited_question
                                                where chat_id = :chat and message_id = :message
                                                and edited_at > :at
                                                """)
                                        .param("chat", context.chatId())
                                        .param("message", context.messageId())
                                        .param("at", at.toEpochMilli())
                                        .query(Long.class)
                                        .single())
                > 0;
    }

    public static void recordEdit(Incoming.Edited edited, JdbcClient rows) {
        deleteBefore(edited.at().minus(RETENTION), rows);
        rows.sql(
                        """
                        insert into edited_question (chat_id, message_id, edited_at)
                        values (:chat, :message, :at)
                        on conflict (chat_id, message_id) do update set edited_at = :at
                        """)
                .param("chat", edited.context().chatId())
                .param("message", edited.context().messageId())
                .param("at", edited.at().toEpochMilli())
                .update();
    }

    private static void deleteBefore(Instant oldest, JdbcClient rows) {
        rows.sql("delete from edited_question where edited_at < :oldest")
                .param("oldest", oldest.toEpochMilli())
                .update();
    }

    /// A supergroup starts to number its messages again.
    @Override
    public void chatMoved(long from, long to, JdbcClient rows) {
        chatDeleted(from, rows);
    }

    @Override
    public void chatDeleted(long chatId, JdbcClient rows) {
        rows.sql("delete from edited_question where chat_id = :chat")
                .param("chat", chatId)
                .update();
    }
}
