package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.UpdateHandler.FailureReason;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.Incoming;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A handler of guest queries: messages that mention the bot in a chat which it isn't in.
/// Thread-safe.
///
/// A query is answered once, by the call that Telegram has for it, and a second answer is refused:
/// so after a kill the call is made again without harm. Nothing is kept of a query once it is
/// answered, neither the question nor what was shown; so there are no buttons but a link that goes
/// on in private, where the passage is opened anew.
public final class GuestQueryHandler {

    private final MeteredAnswerer answerer;
    private final Supplier<BotIdentity> bot;

    public GuestQueryHandler(MeteredAnswerer answerer, Supplier<BotIdentity> bot) {
        this.answerer = answerer;
        this.bot = bot;
    }

    /// Adds the answer to the transaction.
    public void handle(Incoming.GuestAsked asked, ReplyTransaction transaction) {
        MessageCatalog messages = MessageCatalog.in(asked.asker().language());
        ApiCall failure = failure(asked, FailureReason.FAILED);
        ReplyMessage answer = asked.text().isBlank() ? usage(messages) : answer(asked, messages);
        transaction.send(CallFactory.answerGuest(asked, answer).otherwise(failure));
    }

    /// Says that there is no answer. A query that waits, since its user asks too fast, is answered
    /// later; one that was missed can't be answered any more.
    public void apologize(
            Incoming.GuestAsked asked, FailureReason reason, ReplyTransaction transaction) {
        if (reason == FailureReason.FAILED || reason == FailureReason.TOO_LONG) {
            transaction.send(failure(asked, reason));
        }
    }

    private static ApiCall failure(Incoming.GuestAsked asked, FailureReason reason) {
        MessageKey text =
                reason == FailureReason.TOO_LONG ? MessageKey.TOO_LONG : MessageKey.FAILED;
        String words = text.in(MessageCatalog.in(asked.asker().language()));
        return CallFactory.answerGuest(asked, ReplyMessage.of(words));
    }

    private ReplyMessage usage(MessageCatalog messages) {
        String hint = MessageKey.INLINE_HINT.in(messages) + ".";
        return ReplyMessage.of(hint).withButtons(continuing(bot.get().link(), messages));
    }

    private ReplyMessage answer(Incoming.GuestAsked asked, MessageCatalog messages) {
        DialogueContext before =
                asked.about().isBlank()
                        ? DialogueContext.NONE
                        : answerer.contextOf(Question.of(asked.about()));
        List<Answer> answers =
                answerer.answerAll(Question.of(asked.text()), before).stream()
                        .map(DialogueContext.Turn::answer)
                        .toList();
        return new AnswerRenderer(messages)
                .render(answers)
                .withButtons(continuing(link(answers.getLast()), messages));
    }

    /// The link that opens the passage in private, or just the private chat.
    private Optional<String> link(Answer answer) {
        BotIdentity me = bot.get();
        return switch (answer) {
            case Answer.Found found -> link(found.passage(), found.emphasis(), me);
            case Answer.Closest closest -> link(closest.passage(), closest.emphasis(), me);
            case Answer.Unattributed(var passage, var emphasis) -> link(passage, emphasis, me);
            case Answer.NotFound _, Answer.NoQuestion _ -> me.link();
        };
    }

    private static Optional<String> link(Passage passage, TextSpan emphasis, BotIdentity me) {
        return me.link(PassageReference.of(passage, emphasis));
    }

    private static List<List<ReplyMessage.Button>> continuing(
            Optional<String> link, MessageCatalog messages) {
        return link.map(address -> new ReplyMessage.OpenUrl("https://" + address))
                .map(open -> new ReplyMessage.Button(MessageKey.GUEST_CONTINUE.in(messages), open))
                .map(button -> List.of(List.of(button)))
                .orElseGet(List::of);
    }
}
