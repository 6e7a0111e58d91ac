package dev.verbatim.telegram;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.Call;
import dev.verbatim.telegram.delivery.ChatData;
import dev.verbatim.telegram.delivery.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which message of ours replies to which of a chat's, and how new the question is that it replies
/// to: for as long as the question may be edited. Numbers only, no words. Thread-safe.
final class AnsweredQuestions implements Receipt, ChatData {

    // An edit counts for an hour, and may reach us after an outage.
    private static final Duration KEPT = Duration.ofDays(2);

    private final Store store;
    private final Clock clock;

    AnsweredQuestions(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// What is known of a question.
    ///
    /// @param replyId our message; missing while Telegram hasn't said its number
    /// @param editedAt of the newest version we have seen, [Instant#EPOCH] for the first one
    record Known(@Nullable Integer replyId, Instant editedAt) {}

    Optional<Known> find(long chatId, int questionId) {
        return store.read(
                rows ->
                        rows.sql(
                                        """
                                        select reply_id, edited_at from answered_question
                                        where chat_id = :chat and question_id = :question
                                        """)
                                .param("chat", chatId)
                                .param("question", questionId)
                                .query(
                                        (row, _) ->
                                                new Known(
                                                        row.getObject("reply_id") == null
                                                                ? null
                                                                : row.getInt("reply_id"),
                                                        Instant.ofEpochMilli(
                                                                row.getLong("edited_at"))))
                                .optional());
    }

    /// A call that replies to the message: its number will be known.
    ///
    /// @param kept the answer, when it is one that is kept
    Call receipted(Call call, Origin question, Optional<GivenAnswer> kept) {
        String answer = kept.map(one -> " " + one.id()).orElse("");
        return call.receipt(name(), question.messageId() + answer);
    }

    /// A newer version of the question is being answered.
    void edited(Origin question, Instant at, JdbcClient rows) {
        rows.sql(
                        """
                        insert into answered_question (chat_id, question_id, edited_at, kept_since)
                        values (:chat, :question, :edited, :now)
                        on conflict (chat_id, question_id) do update set edited_at = :edited
                        """)
                .param("chat", question.chatId())
                .param("question", question.messageId())
                .param("edited", at.toEpochMilli())
                .param("now", clock.millis())
                .update();
    }

    @Override
    public String name() {
        return "answered-question";
    }

    @Override
    public void sent(long chatId, int messageId, String note, JdbcClient rows) {
        forgetOld(rows);
        String[] numbers = note.split(" ", 2);
        if (messageId != 0) {
            if (numbers.length > 1) {
                GivenAnswers.sent(Long.parseLong(numbers[1]), messageId, rows);
            }
            rows.sql(
                            """
                            insert into answered_question
                                (chat_id, question_id, reply_id, edited_at, kept_since)
                            values (:chat, :question, :reply, 0, :now)
                            on conflict (chat_id, question_id) do update set reply_id = :reply
                            """)
                    .param("chat", chatId)
                    .param("question", Integer.parseInt(numbers[0]))
                    .param("reply", messageId)
                    .param("now", clock.millis())
                    .update();
        }
    }

    /// A supergroup numbers its messages anew.
    @Override
    public void moved(long from, long to, JdbcClient rows) {
        gone(from, rows);
    }

    @Override
    public void gone(long chatId, JdbcClient rows) {
        rows.sql("delete from answered_question where chat_id = :chat")
                .param("chat", chatId)
                .update();
    }

    private void forgetOld(JdbcClient rows) {
        rows.sql("delete from answered_question where kept_since < :oldest")
                .param("oldest", clock.instant().minus(KEPT).toEpochMilli())
                .update();
    }
}
