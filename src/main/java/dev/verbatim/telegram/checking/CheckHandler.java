package dev.verbatim.telegram.checking;

import dev.verbatim.quotation.QuotationCheck;
import dev.verbatim.quotation.QuotationChecker;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.CurrentArticles;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Incoming.RepliedTo;
import java.util.List;
import java.util.Map;

/// A handler that tells whether somebody really said what a message quotes: the message that
/// `/check` replies to, or the words after it. Thread-safe.
public final class CheckHandler implements CommandHandler {

    private final QuotationChecker checker;
    private final CurrentArticles articles;
    private final AnswerStore answers;

    public CheckHandler(QuotationChecker checker, CurrentArticles articles, AnswerStore answers) {
        this.checker = checker;
        this.articles = articles;
        this.answers = answers;
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(Command.CHECK, this::check);
    }

    private void check(Incoming.Commanded command, Responder responder) {
        RepliedTo target = command.repliedTo();
        String words =
                command.payload().isBlank() && target != null ? target.text() : command.payload();
        List<QuotationCheck> checks = checker.check(words, responder.settings().articleIds());
        if (checks.isEmpty()) {
            responder.send(target == null ? MessageKey.CHECK_USAGE : MessageKey.CHECK_WORDLESS);
        } else {
            int searched = articles.list(responder.settings()).size();
            ReplyMessage reply = new CheckRenderer(responder.messages(), searched).render(checks);
            send(reply, asked(command, words), responder);
        }
    }

    /// The words as if they had been asked about: those of others are kept only with their consent.
    private static Incoming.Asked asked(Incoming.Commanded command, String words) {
        RepliedTo target = command.repliedTo();
        return target == null || !command.payload().isBlank()
                ? new Incoming.Asked(command.context(), words, null)
                : new Incoming.Asked(command.context(), words, null, false, target.authorId());
    }

    /// The reply repeats what was said, so it may wait on disk only where that may be kept.
    private void send(ReplyMessage reply, Incoming.Asked about, Responder responder) {
        if (answers.mayKeepWords(about)) {
            responder.send(reply);
        } else if (!CallFactory.replyNow(about.context(), reply, responder.transaction())) {
            responder.send(MessageKey.FAILED);
        }
    }
}
