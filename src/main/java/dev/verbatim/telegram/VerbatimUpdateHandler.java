package dev.verbatim.telegram;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.library.Library;
import dev.verbatim.telegram.answering.AnswerCallbackHandler;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.InlineQueryHandler;
import dev.verbatim.telegram.answering.PassageLinkHandler;
import dev.verbatim.telegram.answering.QuestionAnsweringService;
import dev.verbatim.telegram.answering.QuestionHandler;
import dev.verbatim.telegram.archive.ArchiveCommands;
import dev.verbatim.telegram.archive.ArchiveExport;
import dev.verbatim.telegram.archive.ArchiveImport;
import dev.verbatim.telegram.archive.ArchivedChatData;
import dev.verbatim.telegram.archive.GroupMessageCollector;
import dev.verbatim.telegram.catchup.CatchupCommands;
import dev.verbatim.telegram.catchup.CatchupServices;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.PrivacyMode;
import dev.verbatim.telegram.delivery.BotApiGateway;
import dev.verbatim.telegram.delivery.ChatData;
import dev.verbatim.telegram.delivery.FailureReason;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.SendListener;
import dev.verbatim.telegram.delivery.UpdateHandler;
import dev.verbatim.telegram.editors.EditorCommands;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.settings.ArchiveConsentHandler;
import dev.verbatim.telegram.settings.ArchivePanel;
import dev.verbatim.telegram.settings.SettingsHandler;
import dev.verbatim.telegram.summaries.SummaryHandler;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.CallFactory;
import dev.verbatim.telegram.update.CurrentBot;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.UpdateDecoder;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Talks about the articles.
record VerbatimUpdateHandler(
        CommandDispatcher dispatcher,
        InlineQueryHandler inline,
        BotStores stores,
        CatchupServices catchupServices,
        BotProfileSetup profile,
        GroupMessageCollector collector,
        Library library)
        implements UpdateHandler {

    private static final Logger log = LoggerFactory.getLogger(VerbatimUpdateHandler.class);

    static VerbatimUpdateHandler about(
            QuestionAnsweringService questionAnsweringService,
            BotStores stores,
            CatchupServices catchupServices,
            Library library,
            EditorCommands editorCommands) {
        var currentBot = new CurrentBot();
        AnswerStore given = stores.given();
        var admins = new ChatAdmins();
        var dispatcher =
                new CommandDispatcher(
                        new QuestionHandler(
                                questionAnsweringService, given, stores.edited(), currentBot),
                        new AnswerCallbackHandler(questionAnsweringService, given, currentBot),
                        new PassageLinkHandler(
                                questionAnsweringService, library, given, currentBot),
                        editorCommands,
                        new SettingsHandler(
                                stores.settings(),
                                library,
                                admins,
                                new ArchiveConsentHandler(
                                        stores.archive(),
                                        new PrivacyMode(currentBot),
                                        given.clock())),
                        CatchupCommands.of(catchupServices, admins, currentBot),
                        new ArchiveCommands(
                                stores.archive(),
                                given,
                                admins,
                                new ArchiveExport(stores.archive()),
                                new ArchiveImport(
                                        stores.archive(), stores.confirmations(), admins)),
                        new SummaryHandler(questionAnsweringService, library, given, currentBot),
                        library);
        return new VerbatimUpdateHandler(
                dispatcher,
                new InlineQueryHandler(questionAnsweringService, library, currentBot),
                stores,
                catchupServices,
                new BotProfileSetup(currentBot, editorCommands.editors()),
                new GroupMessageCollector(stores.archive()),
                library);
    }

    @Override
    public void handle(Update update, ReplyTransaction transaction) {
        collector.hear(update, transaction);
        switch (decoded(update)) {
            case Incoming.Addressed addressed -> dispatcher.reply(addressed, transaction);
            case Incoming.InlineAsked asked -> inline.answer(asked, transaction);
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
            dispatcher.excuse(addressed, why, transaction);
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
        return List.of(stores.given());
    }

    @Override
    public List<ChatData> chatData() {
        var ours =
                List.<ChatData>of(
                        stores.given(),
                        stores.settings(),
                        stores.edited(),
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
