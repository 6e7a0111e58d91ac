package dev.verbatim.telegram;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.library.Library;
import dev.verbatim.telegram.answering.AnswerPresses;
import dev.verbatim.telegram.answering.Answering;
import dev.verbatim.telegram.answering.GivenAnswers;
import dev.verbatim.telegram.answering.InlineAnswering;
import dev.verbatim.telegram.answering.Knowledge;
import dev.verbatim.telegram.answering.PassageLinks;
import dev.verbatim.telegram.archive.ArchiveCommands;
import dev.verbatim.telegram.archive.ArchiveExport;
import dev.verbatim.telegram.archive.ArchiveImport;
import dev.verbatim.telegram.archive.Collector;
import dev.verbatim.telegram.archive.GroupData;
import dev.verbatim.telegram.catchup.Catchups;
import dev.verbatim.telegram.catchup.Recaps;
import dev.verbatim.telegram.chat.Admins;
import dev.verbatim.telegram.chat.Earshot;
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
record ArticleTalk(
        Conversation conversation,
        InlineAnswering inline,
        Memory memory,
        Catchups catchups,
        Introduction introduction,
        Collector collector,
        Library library)
        implements Talk {

    private static final Logger log = LoggerFactory.getLogger(ArticleTalk.class);

    static ArticleTalk about(
            Knowledge knowledge, Memory memory, Catchups catchups, Library library, Office office) {
        var self = new Self();
        GivenAnswers given = memory.given();
        var admins = new Admins();
        var conversation =
                new Conversation(
                        new Answering(knowledge, given, memory.edited(), self),
                        new AnswerPresses(knowledge, given, self),
                        new PassageLinks(knowledge, library, given, self),
                        office,
                        new SettingsDialogue(
                                memory.settings(),
                                library,
                                admins,
                                new ArchiveDialogue(
                                        memory.archive(), new Earshot(self), given.clock())),
                        Recaps.of(catchups, admins, self),
                        new ArchiveCommands(
                                memory.archive(),
                                given,
                                admins,
                                new ArchiveExport(memory.archive()),
                                new ArchiveImport(memory.archive(), memory.proposals(), admins)),
                        new SummaryDialogue(knowledge, library, given, self),
                        library);
        return new ArticleTalk(
                conversation,
                new InlineAnswering(knowledge, library, self),
                memory,
                catchups,
                new Introduction(self, office.editors()),
                new Collector(memory.archive()),
                library);
    }

    @Override
    public void handle(Update update, Turn turn) {
        collector.hear(update, turn);
        switch (decoded(update)) {
            case Incoming.Addressed addressed -> conversation.reply(addressed, turn);
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
        return !introduction.self().get().equals(Identity.UNKNOWN)
                && decoded(update) instanceof Incoming.Ignored
                && collector.mayKeepNothingOf(update);
    }

    /// Nothing is kept of it, nor of anything until an admin presses the button.
    private void greet(Incoming.Joined joined, Turn turn) {
        var greeting = new Greeting(introduction.self().renewed(turn));
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
            conversation.excuse(addressed, why, turn);
        }
    }

    private Incoming decoded(Update update) {
        return new UpdateDecoder(introduction.self().get()).decode(update);
    }

    @Override
    public void awaitReady() throws InterruptedException {
        library.awaitSettled();
    }

    @Override
    public boolean meet(Gateway gateway) {
        return introduction.self().ask(gateway);
    }

    @Override
    public void introduce(Gateway gateway) {
        introduction.make(gateway);
    }

    @Override
    public List<Receipt> receipts() {
        return List.of(memory.given());
    }

    @Override
    public List<ChatData> chatData() {
        var ours =
                List.<ChatData>of(
                        memory.given(),
                        memory.settings(),
                        memory.edited(),
                        memory.proposals(),
                        new GroupData(memory.archive()));
        return Stream.concat(ours.stream(), catchups.chatData().stream()).toList();
    }

    @Override
    public void tidy() {
        memory.tidy();
        catchups.tidy();
    }
}
