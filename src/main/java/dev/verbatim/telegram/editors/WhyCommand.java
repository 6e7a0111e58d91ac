package dev.verbatim.telegram.editors;

import dev.verbatim.answer.Explanation;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.QuestionAnsweringService;
import dev.verbatim.telegram.answering.StoredAnswer;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.update.Incoming;
import java.util.Optional;

/// Tells an editor why a question was answered, or wasn't: the one behind the command, or the one
/// that was answered last or is replied to, as it was understood.
public record WhyCommand(QuestionAnsweringService questionAnsweringService, AnswerStore given) {

    private static final int LONGEST_QUESTION = 300;

    ReplyMessage of(Incoming.Commanded why, MessageCatalog messages) {
        return question(why)
                .map(question -> reply(question, messages))
                .orElseGet(() -> ReplyMessage.of(MessageKey.WHY_USAGE.in(messages)));
    }

    private Optional<String> question(Incoming.Commanded why) {
        return why.payload().isBlank()
                ? given.findPrevious(why.context(), why.repliedTo())
                        .map(StoredAnswer::standaloneQuestion)
                : Optional.of(why.payload().strip());
    }

    private ReplyMessage reply(String question, MessageCatalog messages) {
        Explanation explanation = questionAnsweringService.explain(Question.of(question));
        return new MessageBuilder()
                .line(Truncation.ellipsize(question, LONGEST_QUESTION))
                .blankLine()
                .line(messages.to(explanation))
                .blankLine()
                .code(explanation.table())
                .build();
    }
}
