package dev.verbatim.telegram.office;

import dev.verbatim.answer.Explanation;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.QuestionAnsweringService;
import dev.verbatim.telegram.answering.StoredAnswer;
import dev.verbatim.telegram.message.Composition;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.message.Shortened;
import dev.verbatim.telegram.update.Incoming;
import java.util.Optional;

/// Tells an editor why a question was answered, or wasn't: the one behind the command, or the one
/// that was answered last or is replied to, as it was understood.
public record Reasons(QuestionAnsweringService questionAnsweringService, AnswerStore given) {

    private static final int LONGEST_QUESTION = 300;

    Reply of(Incoming.Commanded why, MessageCatalog messages) {
        return question(why)
                .map(question -> reply(question, messages))
                .orElseGet(() -> Reply.of(Phrase.WHY_USAGE.in(messages)));
    }

    private Optional<String> question(Incoming.Commanded why) {
        return why.payload().isBlank()
                ? given.before(why.origin(), why.repliedTo()).map(StoredAnswer::understood)
                : Optional.of(why.payload().strip());
    }

    private Reply reply(String question, MessageCatalog messages) {
        Explanation explanation = questionAnsweringService.explain(Question.of(question));
        return new Composition()
                .line(Shortened.of(question, LONGEST_QUESTION))
                .blankLine()
                .line(messages.to(explanation))
                .blankLine()
                .code(explanation.table())
                .reply();
    }
}
