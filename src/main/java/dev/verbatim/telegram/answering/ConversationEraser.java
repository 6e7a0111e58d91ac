package dev.verbatim.telegram.answering;

import dev.verbatim.replay.QuestionLog;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Deletes what is kept of questions: the answers with their ratings, the counts of unanswered
/// ones, the pending and the logged ones, and the words of these questions in what others asked on.
///
/// Everything runs in the caller's transaction. The caller has the files overwritten, too.
public final class ConversationEraser {

    private ConversationEraser() {}

    /// Deletes everything about what a user asked in a chat.
    public static void erasePerson(long chatId, long personId, JdbcClient rows) {
        erase(chatId, "person_id = :value", personId, rows);
        rows.sql(
                        "delete from feedback where person_id = :person and answer_id in"
                                + " (select id from given_answer where chat_id = :chat)")
                .param("person", personId)
                .param("chat", chatId)
                .update();
    }

    /// Deletes everything about what a user asked anywhere, and how they rated answers.
    public static void erasePersonEverywhere(long personId, JdbcClient rows) {
        rows.sql("select distinct chat_id from given_answer where person_id = :person")
                .param("person", personId)
                .query(Long.class)
                .list()
                .forEach(chat -> erase(chat, "person_id = :value", personId, rows));
        erasePending(personId, rows);
        rows.sql("delete from feedback where person_id = :person")
                .param("person", personId)
                .update();
    }

    /// Deletes the questions of a user, in all chats, that wait for an answer.
    static void erasePending(long personId, JdbcClient rows) {
        rows.sql("delete from pending_question where person_id = :person")
                .param("person", personId)
                .update();
    }

    /// Deletes everything about the question in a message.
    public static void eraseQuestion(long chatId, long messageId, JdbcClient rows) {
        erase(chatId, "question_id = :value", messageId, rows);
    }

    private static void erase(long chatId, String which, long value, JdbcClient rows) {
        List<StoredAnswer> answers = find(chatId, "and " + which, value, rows);
        for (StoredAnswer answer : answers) {
            AnswerStore.deleteAnswer(answer, rows);
            StoredAnswer.AskedQuestion asked = answer.asked();
            QuestionLog.delete(asked.question(), asked.askedAt(), rows);
            if (answer.isUnsatisfactory() && answer.isStandalone()) {
                UnansweredQuestionStore.decrement(asked.question(), asked.askedAt(), rows);
            }
        }
        rows.sql("delete from pending_question where chat_id = :chat and " + which)
                .param("chat", chatId)
                .param("value", value)
                .update();
        Set<String> words = new HashSet<>();
        answers.forEach(answer -> addWords(answer, words));
        if (!words.isEmpty()) {
            eraseFromContexts(chatId, words, rows);
        }
    }

    private static void addWords(StoredAnswer answer, Set<String> words) {
        Stream.of(answer.asked().question(), answer.contextAfter().question())
                .filter(text -> !text.isEmpty())
                .forEach(words::add);
    }

    /// A follow-up has the words of the question that it follows, and so has the next one.
    private static void eraseFromContexts(long chatId, Set<String> words, JdbcClient rows) {
        List<StoredAnswer> rest = find(chatId, "and id <> :value", -1, rows);
        boolean found = true;
        while (found) {
            found = false;
            for (StoredAnswer answer : rest) {
                if (words.contains(answer.contextBefore().question())) {
                    found |= words.add(answer.contextAfter().question());
                }
            }
        }
        rest.stream()
                .filter(answer -> words.contains(answer.contextBefore().question()))
                .forEach(answer -> AnswerStore.forgetDialogue(answer.id(), rows));
    }

    private static List<StoredAnswer> find(long chatId, String which, long value, JdbcClient rows) {
        return rows.sql(
                        "select "
                                + StoredAnswerRow.COLUMNS
                                + " from given_answer where chat_id = :chat "
                                + which)
                .param("chat", chatId)
                .param("value", value)
                .query(StoredAnswerRow::read)
                .list();
    }
}
