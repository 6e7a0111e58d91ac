package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.replay.QuestionLog;
import dev.verbatim.telegram.answering.StoredAnswer.AskedQuestion;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.update.Incoming;
import java.time.Instant;

/// A recorder of the answers that are sent: of each it keeps what buttons, follow-ups and editors
/// need, as far as it may be kept. Thread-safe.
final class AnswerRecorder {

    private final AnswerStore answers;

    AnswerRecorder(AnswerStore answers) {
        this.answers = answers;
    }

    /// Creates an answer that isn't stored yet.
    StoredAnswer create(
            Incoming.Asked asked, Outcome outcome, DialogueContext before, DialogueContext after) {
        Instant now = answers.now();
        return answers.mayKeepWords(asked)
                ? answers.create(
                        AskedQuestion.of(asked.context(), asked.text(), now),
                        outcome,
                        before,
                        after)
                : answers.create(
                        AskedQuestion.anonymous(asked.context(), now),
                        outcome,
                        DialogueContext.NONE,
                        DialogueContext.NONE);
    }

    /// Stores an answer together with the call that sends it.
    void record(StoredAnswer stored, Answer answer, Responder responder) {
        store(stored, responder.transaction());
        log(stored, answer, responder);
    }

    /// Keeps a question to ask it again: one that is clear by itself and was asked of all articles,
    /// so that the same question is asked.
    private void log(StoredAnswer stored, Answer answer, Responder responder) {
        AskedQuestion asked = stored.asked();
        if (answers.keepsQuestions()
                && !asked.question().isEmpty()
                && stored.isStandalone()
                && responder.settings().articleIds().isEmpty()) {
            QuestionLog.Outcome.of(answer)
                    .ifPresent(
                            outcome ->
                                    responder
                                            .transaction()
                                            .write(
                                                    rows ->
                                                            QuestionLog.insert(
                                                                    asked.question(),
                                                                    asked.askedAt(),
                                                                    outcome,
                                                                    rows)));
        }
    }

    private static void store(StoredAnswer answer, ReplyTransaction transaction) {
        transaction.write(rows -> AnswerStore.insert(answer, rows));
        AskedQuestion asked = answer.asked();
        if (answer.isUnsatisfactory() && answer.isStandalone() && !asked.question().isEmpty()) {
            transaction.write(
                    rows ->
                            UnansweredQuestionStore.increment(
                                    asked.question(), asked.askedAt(), rows));
        }
    }
}
