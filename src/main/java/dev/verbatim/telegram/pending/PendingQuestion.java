package dev.verbatim.telegram.pending;

import dev.verbatim.telegram.answering.StoredAnswer;
import dev.verbatim.telegram.answering.StoredAnswer.AskedQuestion;
import dev.verbatim.telegram.update.MessageContext;
import dev.verbatim.telegram.update.MessageContext.ChatKind;

/// A question whose asker wants to be told when the articles answer it.
///
/// @param id the number of the answer that there is none
record PendingQuestion(long id, AskedQuestion asked) {

    static PendingQuestion of(StoredAnswer answer) {
        return new PendingQuestion(answer.id(), answer.asked());
    }

    /// Where the answer goes, in reply to the question.
    MessageContext context() {
        long chat = asked.chatId();
        return new MessageContext(
                chat,
                (int) asked.questionId(),
                asked.topicId() == 0 ? null : (int) asked.topicId(),
                asked.language(),
                asked.personId(),
                chat > 0 ? ChatKind.PRIVATE : ChatKind.SUPERGROUP);
    }
}
