package dev.verbatim.telegram;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.library.Library;
import dev.verbatim.telegram.answering.InlineQueryHandler;
import dev.verbatim.telegram.archive.ArchivedChatData;
import dev.verbatim.telegram.archive.GroupMessageCollector;
import dev.verbatim.telegram.catchup.CatchupServices;
import dev.verbatim.telegram.delivery.BotApiGateway;
import dev.verbatim.telegram.delivery.ChatData;
import dev.verbatim.telegram.delivery.FailureReason;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.SendListener;
import dev.verbatim.telegram.delivery.UpdateHandler;
import dev.verbatim.telegram.editors.EditorCommands;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.settings.ArchivePanel;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.CallFactory;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.UpdateDecoder;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Talks about the articles.
record VerbatimUpdateHandler(
        RequestDispatcher dispatcher,
        InlineQueryHandler inline,
        BotStores stores,
        CatchupServices catchupServices,
        BotProfileSetup profile,
        GroupMessageCollector collector,
        Library library)
        implements UpdateHandler {

    private static final Logger log = LoggerFactory.getLogger(VerbatimUpdateHandler.class);

    static VerbatimUpdateHandler about(
            ArticleServices services,
            BotStores stores,
            CatchupServices catchupServices,
            EditorCommands editors) {
        var features = new Features(services, stores, catchupServices, editors);
        return new VerbatimUpdateHandler(
                new RequestDispatcher(features, stores.settings()),
                features.inlineQueries(),
                stores,
                catchupServices,
                new BotProfileSetup(features.currentBot(), editors.editors()),
                new GroupMessageCollector(stores.archive()),
                services.library());
    }

    @Override
    public void handle(Update update, ReplyTransaction transaction) {
        collector.hear(update, transaction);
        switch (decoded(update)) {
            case Incoming.Addressed addressed -> dispatcher.dispatch(addressed, transaction);
            case Incoming.InlineAsked asked -> inline.handle(asked, transaction);
            case Incoming.Joined joined -> greet(joined, transaction);
            case Incoming.Removed(long chatId) ->
                    log.debug("chat {}: we are out, and who keeps rows is told", chatId);
            case Incoming.Ignored(var reason) -> {
                log.debug("update {} is ignored: {}", update.getUpdateId(), reason);
                if (passesBy(update)) {
                    collector.wipe(transaction);
                }
            }
        }
    }

    @Override
    public boolean passesBy(Update update) {
        return !profile.currentBot().get().equals(BotIdentity.UNKNOWN)
                && decoded(update) instanceof Incoming.Ignored
                && collector.mayKeepNothingOf(update);
    }

    /// Nothing is kept of it, nor of anything until an admin presses the button.
    private void greet(Incoming.Joined joined, ReplyTransaction transaction) {
        var greeting = new GroupGreeting(profile.currentBot().renewed(transaction));
        MessageCatalog messages = MessageCatalog.in(joined.context().language());
        ReplyMessage reply = greeting.reply(joined.asAdmin(), messages);
        transaction.say(CallFactory.send(joined.context(), ArchivePanel.offering(reply, messages)));
    }

    @Override
    public boolean wantsReply(Update update) {
        return decoded(update) instanceof Incoming.Addressed;
    }

    @Override
    public void excuse(Update update, FailureReason why, ReplyTransaction transaction) {
        if (decoded(update) instanceof Incoming.Addressed addressed) {
            dispatcher.reportFailure(addressed, why, transaction);
        }
    }

    private Incoming decoded(Update update) {
        return new UpdateDecoder(profile.currentBot().get()).decode(update);
    }

    @Override
    public void awaitReady() throws InterruptedException {
        library.awaitSettled();
    }

    @Override
    public boolean meet(BotApiGateway gateway) {
        return profile.currentBot().ask(gateway);
    }

    @Override
    public void introduce(BotApiGateway gateway) {
        profile.make(gateway);
    }

    @Override
    public List<SendListener> receipts() {
        return List.of(stores.answers());
    }

    @Override
    public List<ChatData> chatData() {
        var ours =
                List.<ChatData>of(
                        stores.answers(),
                        stores.settings(),
                        stores.editedQuestions(),
                        stores.confirmations(),
                        new ArchivedChatData(stores.archive()));
        return Stream.concat(ours.stream(), catchupServices.chatData().stream()).toList();
    }

    @Override
    public void tidy() {
        stores.tidy();
        catchupServices.tidy();
    }
}
