package dev.verbatim.telegram.checking;

import dev.verbatim.quotation.QuotationCheck;
import dev.verbatim.quotation.QuotationChecker;
import dev.verbatim.telegram.answering.CurrentArticles;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.MessageKey;
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

    public CheckHandler(QuotationChecker checker, CurrentArticles articles) {
        this.checker = checker;
        this.articles = articles;
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
            responder.send(new CheckRenderer(responder.messages(), searched).render(checks));
        }
    }
}
