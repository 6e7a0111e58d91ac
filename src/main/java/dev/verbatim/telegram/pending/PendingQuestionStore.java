package dev.verbatim.telegram.pending;

import dev.verbatim.article.history.ArticleHistory;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.answering.StoredAnswer.AskedQuestion;
import dev.verbatim.telegram.answering.StoredAnswer.Retention;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store of the questions whose askers want to be told when the articles answer them. One that is
/// older than [Retention] allows is never read, and is deleted within the hour. Thread-safe.
public final class PendingQuestionStore implements ChatData {

    private static final String SELECT = "select * from pending_question where asked_at >= :since ";

    private final Store store;
    private final Clock clock;
    private final Retention retention;

    public PendingQuestionStore(Store store, Clock clock, Retention retention) {
        this.store = store;
        this.clock = clock;
        this.retention = retention;
    }

    Clock clock() {
        return clock;
    }

    /// For how many days a question is kept.
    long days() {
        return retention.pending().toDays();
    }

    /// How many a user may have in a chat.
    int perPerson() {
        return retention.pendingPerPerson();
    }

    /// Whether this instance may write.
    boolean isWorker() {
        return store.isWorker();
    }

    Optional<PendingQuestion> find(long id) {
        return store.read(
                rows ->
                        rows.sql(SELECT + "and id = :id")
                                .param("since", oldestMillis())
                                .param("id", id)
                                .query(PendingQuestionStore::read)
                                .optional());
    }

    /// A user's questions in all chats, the newest first.
    List<PendingQuestion> of(long personId) {
        return store.read(
                rows ->
                        rows.sql(SELECT + "and person_id = :person" + " order by asked_at desc, id")
                                .param("since", oldestMillis())
                                .param("person", personId)
                                .query(PendingQuestionStore::read)
                                .list());
    }

    /// How many questions a user has in all chats.
    public int count(long personId) {
        return of(personId).size();
    }

    /// All of them, for a look at an article.
    List<PendingQuestion> all() {
        return select("order by id");
    }

    /// Those that an article may answer, the oldest first.
    List<PendingQuestion> due() {
        return select("and due = 1 order by asked_at, id");
    }

    private List<PendingQuestion> select(String which) {
        return store.read(
                rows ->
                        rows.sql(SELECT + which)
                                .param("since", oldestMillis())
                                .query(PendingQuestionStore::read)
                                .list());
    }

    private long oldestMillis() {
        return clock.instant().minus(retention.pending()).toEpochMilli();
    }

    private static PendingQuestion read(ResultSet row, int ignoredNumber) throws SQLException {
        return new PendingQuestion(row.getLong("id"), AskedQuestion.read(row));
    }

    /// Keeps a question. It is asked again at once: the articles may have changed since.
    static void insert(PendingQuestion question, JdbcClient rows) {
        AskedQuestion asked = question.asked();
        rows.sql(
                        """
                        insert into pending_question (id, chat_id, topic_id, person_id, question_id,
                            asked_at, question, language, due)
                        values (:id, :chat, :topic, :person, :message, :at, :question, :language, 1)
                        on conflict (id) do nothing
                        """)
                .param("id", question.id())
                .param("chat", asked.chatId())
                .param("topic", asked.topicId())
                .param("person", asked.personId())
                .param("message", asked.questionId())
                .param("at", asked.askedAt().toEpochMilli())
                .param("question", asked.question())
                .param("language", asked.language().getLanguage())
                .update();
    }

    /// Has questions asked again that a version of an article may answer, and remembers that it was
    /// looked at.
    void markDue(List<PendingQuestion> questions, ArticleHistory.Version version) {
        store.write(
                rows -> {
                    questions.forEach(question -> setDue(question, 1, rows));
                    ArticleHistory.markCompared(version, rows);
                    return true;
                });
    }

    /// Remembers that versions needn't be looked at, because no question is pending.
    void markCompared(List<ArticleHistory.Version> versions) {
        store.write(
                rows -> {
                    versions.forEach(version -> ArticleHistory.markCompared(version, rows));
                    return true;
                });
    }

    /// Keeps waiting with a question that was asked again for nothing.
    void markUnanswered(PendingQuestion question) {
        store.write(rows -> setDue(question, 0, rows));
    }

    private static int setDue(PendingQuestion question, int due, JdbcClient rows) {
        return rows.sql("update pending_question set due = :due where id = :id")
                .param("due", due)
                .param("id", question.id())
                .update();
    }

    /// Deletes a question whose asker takes it back, or that can't be answered any more.
    void delete(PendingQuestion question) {
        store.write(
                rows -> {
                    delete(question, rows);
                    return true;
                });
    }

    /// Deletes a question, and has its words overwritten.
    void delete(PendingQuestion question, JdbcClient rows) {
        delete("id = :value", question.id(), rows);
    }

    /// Deletes a user's questions in all chats.
    void deleteAll(long personId, JdbcClient rows) {
        delete("person_id = :value", personId, rows);
    }

    private int delete(String which, long value, JdbcClient rows) {
        int deleted =
                rows.sql("delete from pending_question where " + which)
                        .param("value", value)
                        .update();
        if (deleted > 0) {
            store.eraseDeleted();
        }
        return deleted;
    }

    /// Deletes the questions that are older than [Retention] allows.
    public void purgeExpired() {
        store.write(rows -> delete("asked_at < :value", oldestMillis(), rows));
    }

    /// A supergroup starts to number its messages again.
    @Override
    public void chatMoved(long from, long to, JdbcClient rows) {
        rows.sql(
                        "update pending_question set chat_id = :to, question_id = 0"
                                + " where chat_id = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }

    @Override
    public void chatDeleted(long chatId, JdbcClient rows) {
        delete("chat_id = :value", chatId, rows);
    }
}
