package dev.verbatim.telegram.answering;

import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A recorder of how users rate answers, by a button or by a reaction: the last one of each user
/// counts. Thread-safe.
public final class AnswerRatings {

    private final AnswerStore answers;

    public AnswerRatings(AnswerStore answers) {
        this.answers = answers;
    }

    /// Records what a button says.
    ///
    /// @param context of the user who has pressed it
    void record(
            StoredAnswer answer,
            MessageContext context,
            boolean helpful,
            ReplyTransaction transaction) {
        long personId = answers.rater(context);
        transaction.write(rows -> rate(answer.id(), personId, helpful, rows));
    }

    /// Records a thumb up or down under an answer, or that it was taken back.
    public void record(Incoming.Reacted reacted, ReplyTransaction transaction) {
        MessageContext context = reacted.context();
        long personId = answers.rater(context);
        answers.findByMessage(context.chatId(), context.messageId())
                .map(StoredAnswer::id)
                .ifPresent(
                        answer ->
                                transaction.write(
                                        rows -> rate(answer, personId, reacted.rating(), rows)));
    }

    private static void rate(
            long answer, long personId, Incoming.Reacted.Rating rating, JdbcClient rows) {
        switch (rating) {
            case GOOD -> rate(answer, personId, true, rows);
            case BAD -> rate(answer, personId, false, rows);
            case NONE -> deleteRating(answer, personId, rows);
        }
    }

    /// Stores a user's rating of an answer; it replaces their earlier one.
    static void rate(long answer, long personId, boolean helpful, JdbcClient rows) {
        rows.sql(
                        """
                        insert into feedback (answer_id, person_id, helpful)
                        values (:answer, :person, :helpful)
                        on conflict (answer_id, person_id) do update set helpful = excluded.helpful
                        """)
                .param("answer", answer)
                .param("person", personId)
                .param("helpful", helpful ? 1 : 0)
                .update();
    }

    private static void deleteRating(long answer, long personId, JdbcClient rows) {
        rows.sql("delete from feedback where answer_id = :answer and person_id = :person")
                .param("answer", answer)
                .param("person", personId)
                .update();
    }
}
