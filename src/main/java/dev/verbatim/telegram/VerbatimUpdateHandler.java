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
import dev.verbatim.telegram.delivery.ChatData;
import dev.verbatim.telegram.delivery.Excuse;
import dev.verbatim.telegram.delivery.Gateway;
import dev.verbatim.telegram.delivery.Receipt;
import dev.verbatim.telegram.delivery.Talk;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.office.Office;
import dev.verbatim.telegram.settings.ArchiveDialogue;
import dev.verbatim.telegram.settings.ArchivePanel;
import dev.verbatim.telegram.settings.SettingsDialogue;
import dev.verbatim.telegram.summaries.SummaryDialogue;
import dev.verbatim.telegram.update.Identity;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Requests;
import dev.verbatim.telegram.update.Self;
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
        implements Talk {

    private static final Logger log = LoggerFactory.getLogger(VerbatimUpdateHandler.class);

    static VerbatimUpdateHandler about(
            QuestionAnsweringService questionAnsweringService,
            BotStores stores,
            CatchupServices catchupServices,
            Library library,
            Office office) {
        var self = new Self();
        AnswerStore given = stores.given();
        var admins = new ChatAdmins();
        var dispatcher =
                new CommandDispatcher(
                        new QuestionHandler(questionAnsweringService, given, stores.edited(), self),
                        new AnswerCallbackHandler(questionAnsweringService, given, self),
                        new PassageLinkHandler(questionAnsweringService, library, given, self),
                        office,
                        new SettingsDialogue(
                                stores.settings(),
                                library,
                                admins,
                                new ArchiveDialogue(
                                        stores.archive(), new PrivacyMode(self), given.clock())),
                        CatchupCommands.of(catchupServices, admins, self),
                        new ArchiveCommands(
                                stores.archive(),
                                given,
                                admins,
                                new ArchiveExport(stores.archive()),
                                new ArchiveImport(stores.archive(), stores.proposals(), admins)),
                        new SummaryDialogue(questionAnsweringService, library, given, self),
                        library);
        return new VerbatimUpdateHandler(
                dispatcher,
                new InlineQueryHandler(questionAnsweringService, library, self),
                stores,
                catchupServices,
                new BotProfileSetup(self, office.editors()),
                new GroupMessageCollector(stores.archive()),
                library);
    }

    @Override
    public void handle(Update update, Turn turn) {
        collector.hear(update, turn);
        switch (decoded(update)) {
            case Incoming.Addressed addressed -> dispatcher.reply(addressed, turn);
            case Incoming.InlineAsked asked -> inline.answer(asked, turn);
            case Incoming.Joined joined -> greet(joined, turn);
            case Incoming.Removed(long chatId) ->
                    log.debug("chat {}: we are out, and who keeps rows is told", chatId);
            case Incoming.Ignored(var reason) -> {
                log.debug("update {} is ignored: {}", update.getUpdateId(), reason);
                if (passesBy(update)) {
                    collector.wipe(turn);
                }
            }
        }
    }

    @Override
    public boolean passesBy(Update update) {
        return !profile.self().get().equals(Identity.UNKNOWN)
                && decoded(update) instanceof Incoming.Ignored
                && collector.mayKeepNothingOf(update);
    }

    /// Nothing is kept of it, nor of anything until an admin presses the button.
    private void greet(Incoming.Joined joined, Turn turn) {
        var greeting = new GroupGreeting(profile.self().renewed(turn));
        MessageCatalog messages = MessageCatalog.in(joined.origin().language());
        Reply reply = greeting.reply(joined.asAdmin(), messages);
        turn.say(Requests.send(joined.origin(), ArchivePanel.offering(reply, messages)));
    }

    @Override
    public boolean wantsReply(Update update) {
        return decoded(update) instanceof Incoming.Addressed;
    }

    @Override
    public void excuse(Update update, Excuse why, Turn turn) {
        if (decoded(update) instanceof Incoming.Addressed addressed) {
            dispatcher.excuse(addressed, why, turn);
        }
    }

    private Incoming decoded(Update update) {
        return new UpdateDecoder(profile.self().get()).decode(update);
    }

    @Override
    public void awaitReady() throws InterruptedException {
        library.awaitSettled();
    }

    @Override
    public boolean meet(Gateway gateway) {
        return profile.self().ask(gateway);
    }

    @Override
    public void introduce(Gateway gateway) {
        profile.make(gateway);
    }

    @Override
    public List<Receipt> receipts() {
        return List.of(stores.given());
    }

    @Override
    public List<ChatData> chatData() {
        var ours =
                List.<ChatData>of(
                        stores.given(),
                        stores.settings(),
                        stores.edited(),
                        stores.proposals(),
                        new ArchivedChatData(stores.archive()));
        return Stream.concat(ours.stream(), catchupServices.chatData().stream()).toList();
    }

    @Override
    public void tidy() {
        stores.tidy();
        catchupServices.tidy();
    }
}
