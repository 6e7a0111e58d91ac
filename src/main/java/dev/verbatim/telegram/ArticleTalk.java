package dev.verbatim.telegram;

import dev.verbatim.answer.Wording;
import dev.verbatim.article.Library;
import dev.verbatim.telegram.delivery.ChatData;
import dev.verbatim.telegram.delivery.Excuse;
import dev.verbatim.telegram.delivery.Gateway;
import dev.verbatim.telegram.delivery.Receipt;
import dev.verbatim.telegram.delivery.Talk;
import dev.verbatim.telegram.delivery.Turn;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Talks about the articles.
record ArticleTalk(
        Conversation conversation,
        InlineAnswering inline,
        Memory memory,
        Introduction introduction,
        Library library)
        implements Talk {

    private static final Logger log = LoggerFactory.getLogger(ArticleTalk.class);

    static ArticleTalk about(Knowledge knowledge, Memory memory, Library library, Office office) {
        var self = new Self();
        GivenAnswers given = memory.given();
        var conversation =
                new Conversation(
                        new Answering(knowledge, given, memory.edited(), self),
                        new AnswerPresses(knowledge, given, self),
                        new PassageLinks(knowledge, library, given, self),
                        office,
                        new SettingsDialogue(memory.settings(), library, new Admins()),
                        new SummaryDialogue(knowledge, library, given, self),
                        library);
        return new ArticleTalk(
                conversation,
                new InlineAnswering(knowledge, library, self),
                memory,
                new Introduction(self, office.editors()),
                library);
    }

    @Override
    public void handle(Update update, Turn turn) {
        switch (decoded(update)) {
            case Incoming.Addressed addressed -> conversation.reply(addressed, turn);
            case Incoming.InlineAsked asked -> inline.answer(asked, turn);
            case Incoming.Joined joined -> greet(joined, turn);
            case Incoming.Removed(long chatId) ->
                    log.debug("chat {}: we are out, and who keeps rows is told", chatId);
            case Incoming.Ignored(var reason) ->
                    log.debug("update {} is ignored: {}", update.getUpdateId(), reason);
        }
    }

    /// Nothing is kept of it.
    private void greet(Incoming.Joined joined, Turn turn) {
        var greeting = new Greeting(introduction.self().renewed(turn));
        Wording wording = Wording.in(joined.origin().language());
        turn.say(Requests.send(joined.origin(), greeting.reply(joined.asAdmin(), wording)));
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
        return List.of(memory.given(), memory.settings(), memory.edited(), memory.proposals());
    }

    @Override
    public void tidy() {
        memory.tidy();
    }
}
