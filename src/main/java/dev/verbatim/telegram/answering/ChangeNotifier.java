package dev.verbatim.telegram.answering;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.Publication;
import dev.verbatim.telegram.answering.OutdatedAnswers.InformedChat;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.MessageContext;
import java.util.List;
import java.util.function.LongPredicate;

/// A notifier of the chats that were given a passage which reads differently now: each is told
/// once, in reply to the last such answer. Thread-safe.
///
/// The messages go through the outbox as all others do, so however many chats there are, nobody
/// waits longer for an answer than the limits of Telegram make them wait.
public final class ChangeNotifier {

    private final OutdatedAnswers answers;
    private final SettingsStore settings;
    private final LongPredicate mayUseTheBot;

    /// @param mayUseTheBot whether a chat may: one that an editor has blocked isn't told
    public ChangeNotifier(AnswerStore answers, SettingsStore settings, LongPredicate mayUseTheBot) {
        this.answers = answers.outdated();
        this.settings = settings;
        this.mayUseTheBot = mayUseTheBot;
    }

    /// How many chats would be told.
    ///
    /// @param now the article as it reads now
    public int count(Article now) {
        return chats(now).size();
    }

    /// Tells them when the transaction is committed.
    ///
    /// @param now the article as it reads now
    /// @return how many chats
    public int tell(Article now, ReplyTransaction transaction) {
        List<InformedChat> chats = chats(now);
        for (InformedChat chat : chats) {
            transaction.write(rows -> OutdatedAnswers.markTold(chat, rows));
            transaction.send(notice(chat, now.publication()));
        }
        return chats.size();
    }

    private List<InformedChat> chats(Article now) {
        return answers.find(now).stream()
                .filter(chat -> mayUseTheBot.test(chat.context().chatId()))
                .toList();
    }

    /// The key keeps a chat from being told twice when two editors press at the same moment.
    private ApiCall notice(InformedChat chat, Publication publication) {
        MessageContext context = chat.context();
        MessageCatalog messages = settings.load(context.chatId()).catalogFor(context);
        ReplyMessage notice =
                new MessageBuilder()
                        .line(MessageKey.ANSWER_OUTDATED.in(messages))
                        .blankLine()
                        .link(messages.source(publication), PageLink.to(publication))
                        .build();
        ApiCall call =
                context.messageId() == 0
                        ? CallFactory.send(context, notice)
                        : CallFactory.reply(context, notice);
        return call.withKey("changed/" + chat.answers().getLast());
    }
}
