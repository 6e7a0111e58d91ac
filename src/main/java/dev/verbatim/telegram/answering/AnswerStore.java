package dev.verbatim.telegram.answering;

import dev.verbatim.answer.DialogueContext;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.answering.StoredAnswer.AskedQuestion;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome;
import dev.verbatim.telegram.answering.StoredAnswer.Retention;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ApiCall.SendListener;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Incoming.RepliedTo;
import dev.verbatim.telegram.update.MessageContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store of the answers that were given, for as long as [Retention] says. Older ones are never
/// read, and are deleted within the hour. Thread-safe.
public final class AnswerStore implements SendListener, ChatData {

    private static final String SELECT_IN_CHAT =
            "select "
                    + StoredAnswerRow.COLUMNS
                    + " from given_answer where chat_id = :chat and asked_at >= :since and ";
    private static final String LATEST = " order by asked_at desc, question_id desc limit 1";

    private final Store store;
    private final Clock clock;
    private final Retention retention;
    private final Predicate<Incoming.Asked> mayKeepWords;
    private final RandomGenerator ids = new SecureRandom();

    /// @param mayKeepWords whether the words of a question and who asked it may be kept
    public AnswerStore(
            Store store, Clock clock, Retention retention, Predicate<Incoming.Asked> mayKeepWords) {
        this.store = store;
        this.clock = clock;
        this.retention = retention;
        this.mayKeepWords = mayKeepWords;
    }

    /// Those of its answers whose passage has changed.
    OutdatedAnswers outdated() {
        return new OutdatedAnswers(store, clock, retention);
    }

    /// How many they are, and how they were taken.
    public AnswerStatistics statistics() {
        return new AnswerStatistics(store, clock);
    }

    public Clock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    /// Finds an answer by its id, only in the chat it was given in: a button's data can be forged.
    public Optional<StoredAnswer> find(long chatId, long id) {
        return findOne(chatId, "id = :value", id);
    }

    /// Finds the answer that a message may refer to: the one it replies to, or else the last one
    /// that the same user got a moment ago.
    public Optional<StoredAnswer> findPrevious(
            MessageContext context, @Nullable RepliedTo repliedTo) {
        return repliedTo == null ? findLast(context) : repliedTo(context.chatId(), repliedTo);
    }

    private Optional<StoredAnswer> repliedTo(long chatId, RepliedTo repliedTo) {
        if (repliedTo.messageId() == 0) {
            return Optional.empty();
        }
        return repliedTo.ours()
                ? findByMessage(chatId, repliedTo.messageId())
                : findByQuestion(chatId, repliedTo.messageId());
    }

    /// Finds an answer by the id of the bot's message.
    public Optional<StoredAnswer> findByMessage(long chatId, long messageId) {
        return findOne(chatId, "message_id = :value", messageId);
    }

    /// Finds an answer by the id of the question's message; the last one when there are several.
    public Optional<StoredAnswer> findByQuestion(long chatId, long questionId) {
        return findOne(chatId, "question_id = :value", questionId);
    }

    private Optional<StoredAnswer> findOne(long chatId, String which, long value) {
        return store.read(
                rows ->
                        rows.sql(SELECT_IN_CHAT + which + LATEST)
                                .param("since", oldestMillis(retention.answers()))
                                .param("chat", chatId)
                                .param("value", value)
                                .query(StoredAnswerRow::read)
                                .optional());
    }

    /// Finds the last answer to the same user in the same place, if it is recent enough for a
    /// question to refer to it.
    Optional<StoredAnswer> findLast(MessageContext context) {
        AskedQuestion asked = AskedQuestion.of(context, "", now());
        return store.read(
                rows ->
                        rows.sql(
                                        SELECT_IN_CHAT
                                                + "topic_id = :topic and person_id = :person"
                                                + LATEST)
                                .param("since", oldestMillis(retention.followUps()))
                                .param("chat", asked.chatId())
                                .param("topic", asked.topicId())
                                .param("person", asked.personId())
                                .query(StoredAnswerRow::read)
                                .optional());
    }

    private long oldestMillis(Duration age) {
        return now().minus(age).toEpochMilli();
    }

    /// The id of the bot's message with an answer; empty until Telegram has confirmed it.
    public Optional<Integer> messageIdOf(StoredAnswer answer) {
        return store.read(
                rows ->
                        rows.sql(
                                        "select message_id from given_answer where id = :id and"
                                                + " message_id is not null")
                                .param("id", answer.id())
                                .query(Integer.class)
                                .optional());
    }

    /// Whether the words of a question and who asked it may be kept. They may not where the user
    /// has opted out, nor when the words are those of somebody in a group who hasn't agreed to it.
    public boolean mayKeepWords(Incoming.Asked asked) {
        return mayKeepWords.test(asked);
    }

    /// Who rates an answer; 0 for all who have opted out.
    long rater(MessageContext context) {
        return mayKeepWords(new Incoming.Asked(context, "", null)) ? context.personId() : 0;
    }

    /// Whether users can be told later what the articles don't answer now.
    boolean keepsPending() {
        return retention.pending().isPositive();
    }

    /// Whether questions are kept to be asked again.
    boolean keepsQuestions() {
        return retention.questions().isPositive();
    }

    /// Creates an answer that isn't stored yet.
    StoredAnswer create(
            AskedQuestion asked, Outcome outcome, DialogueContext before, DialogueContext after) {
        return new StoredAnswer(ids.nextLong(Long.MAX_VALUE), asked, outcome, before, after);
    }

    /// Lets the call that sends an answer report the id of its message.
    ApiCall withSendListener(ApiCall call, StoredAnswer answer) {
        return call.withListener(name(), Long.toString(answer.id()));
    }

    /// With it goes the wish to be told when there is another.
    static void deleteAnswer(StoredAnswer answer, JdbcClient rows) {
        delete(rows, "id = :value", answer.id());
        rows.sql("delete from pending_question where id = :id").param("id", answer.id()).update();
    }

    /// Forgets what was said before an answer, and what the next question may refer to.
    static void forgetDialogue(long id, JdbcClient rows) {
        rows.sql(
                        "update given_answer set context_before = :none, context_after = :none"
                                + " where id = :id")
                .param("none", StoredAnswerRow.NO_CONTEXT)
                .param("id", id)
                .update();
    }

    static void insert(StoredAnswer answer, JdbcClient rows) {
        rows.sql(
                        "insert into given_answer ("
                                + StoredAnswerRow.COLUMNS
                                + ") values (:"
                                + StoredAnswerRow.COLUMNS.replace(", ", ", :")
                                + ")")
                .params(StoredAnswerRow.of(answer))
                .update();
    }

    /// Deletes the answers that are older than [Retention] allows.
    public void purgeExpired() {
        store.write(rows -> delete(rows, "asked_at < :value", oldestMillis(retention.answers())));
    }

    @Override
    public String name() {
        return "answer";
    }

    @Override
    public void sent(long chatId, int messageId, String note, JdbcClient rows) {
        rows.sql("update given_answer set message_id = :message where id = :id")
                .param("message", messageId)
                .param("id", Long.parseLong(note))
                .update();
    }

    /// A supergroup starts to number its messages again.
    @Override
    public void chatMoved(long from, long to, JdbcClient rows) {
        rows.sql(
                        "update given_answer set chat_id = :to, message_id = null, question_id = 0"
                                + " where chat_id = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }

    @Override
    public void chatDeleted(long chatId, JdbcClient rows) {
        delete(rows, "chat_id = :value", chatId);
    }

    private static int delete(JdbcClient rows, String which, long value) {
        String answers = "given_answer where " + which;
        rows.sql("delete from feedback where answer_id in (select id from " + answers + ")")
                .param("value", value)
                .update();
        return rows.sql("delete from " + answers).param("value", value).update();
    }
}
