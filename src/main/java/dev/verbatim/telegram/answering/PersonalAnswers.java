package dev.verbatim.telegram.answering;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.answering.StoredAnswer.Retention;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A view of the answers that one user got, in all chats, and of what got none. Thread-safe.
public final class PersonalAnswers {

    private final Store store;
    private final Retention retention;

    public PersonalAnswers(Store store, Retention retention) {
        this.store = store;
        this.retention = retention;
    }

    /// What is kept of an answer, besides what the next question may refer to.
    public record Kept(long chatId, Instant askedAt, String question, String outcome) {}

    /// The answers to a user's questions, the oldest first.
    public List<Kept> findAll(long personId) {
        return store.read(
                rows ->
                        rows.sql(
                                        "select chat_id, asked_at, question, outcome from given_answer"
                                                + " where person_id = :person order by asked_at")
                                .param("person", personId)
                                .query(
                                        (row, _) ->
                                                new Kept(
                                                        row.getLong("chat_id"),
                                                        Instant.ofEpochMilli(
                                                                row.getLong("asked_at")),
                                                        row.getString("question"),
                                                        row.getString("outcome")))
                                .list());
    }

    /// What a user wrote in the private chat and the bot has given up, as the updates that are
    /// kept.
    public List<String> findGivenUp(long personId) {
        return store.read(
                rows ->
                        rows.sql(
                                        "select content from inbox where state = 'parked'"
                                                + " and chat_id = :person and content is not null"
                                                + " order by place")
                                .param("person", personId)
                                .query(String.class)
                                .list());
    }

    /// A user's questions in all chats that wait for an answer, the oldest first.
    public List<String> findPending(long personId) {
        return store.read(
                rows ->
                        rows.sql(
                                        "select question from pending_question"
                                                + " where person_id = :person order by asked_at")
                                .param("person", personId)
                                .query(String.class)
                                .list());
    }

    /// Deletes them, and has their words overwritten.
    public void deletePending(long personId, JdbcClient rows) {
        ConversationEraser.erasePending(personId, rows);
        store.eraseDeleted();
    }

    /// For how many days a question waits for an answer.
    public long pendingDays() {
        return retention.pending().toDays();
    }

    /// How many answers to a user's questions are kept of one chat.
    public long count(long chatId, long personId) {
        return findAll(personId).stream().filter(answer -> answer.chatId() == chatId).count();
    }

    /// How many answers a user has rated.
    public long ratings(long personId) {
        return store.read(
                rows ->
                        rows.sql("select count(*) from feedback where person_id = :person")
                                .param("person", personId)
                                .query(Long.class)
                                .single());
    }

    /// For how many days an answer is kept.
    public long days() {
        return retention.answers().toDays();
    }
}
