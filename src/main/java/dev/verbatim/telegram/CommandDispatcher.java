package dev.verbatim.telegram;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.answer.NonQuestionIntent;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.library.Library;
import dev.verbatim.telegram.answering.AnswerCallbackHandler;
import dev.verbatim.telegram.answering.PassageLinkHandler;
import dev.verbatim.telegram.answering.QuestionHandler;
import dev.verbatim.telegram.archive.ArchiveCommands;
import dev.verbatim.telegram.catchup.CatchupCommands;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.delivery.Call;
import dev.verbatim.telegram.delivery.Excuse;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.Bookmark;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Press;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.office.Office;
import dev.verbatim.telegram.settings.SettingsDialogue;
import dev.verbatim.telegram.summaries.SummaryDialogue;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Origin;
import dev.verbatim.telegram.update.Requests;
import java.util.List;
import java.util.Optional;

/// Replies to what comes in. Thread-safe, and without a memory of its own: what a reply needs comes
/// with what it replies to, or is in the store.
final class CommandDispatcher {

    private final QuestionHandler questionHandler;
    private final AnswerCallbackHandler presses;
    private final PassageLinkHandler links;
    private final Office office;
    private final SettingsDialogue settings;
    private final CatchupCommands catchupCommands;
    private final ArchiveCommands archive;
    private final SummaryDialogue summaries;
    private final Library library;

    CommandDispatcher(
            QuestionHandler questionHandler,
            AnswerCallbackHandler presses,
            PassageLinkHandler links,
            Office office,
            SettingsDialogue settings,
            CatchupCommands catchupCommands,
            ArchiveCommands archive,
            SummaryDialogue summaries,
            Library library) {
        this.questionHandler = questionHandler;
        this.presses = presses;
        this.links = links;
        this.office = office;
        this.settings = settings;
        this.catchupCommands = catchupCommands;
        this.archive = archive;
        this.summaries = summaries;
        this.library = library;
    }

    /// Says the reply into the turn.
    void reply(Incoming.Addressed incoming, Turn turn) {
        switch (incoming) {
            case Incoming.Asked asked -> answer(asked, turn);
            case Incoming.Edited edited -> answerAnew(edited, turn);
            case Incoming.Commanded commanded -> command(commanded, turn);
            case Incoming.Chatted(var origin) -> remark(origin, NonQuestionIntent.NO_WORDS, turn);
            case Incoming.Uploaded uploaded -> take(uploaded, turn);
            case Incoming.Exported exported -> take(exported, turn);
            case Incoming.Forwarded forwarded -> take(forwarded, turn);
            case Incoming.Pressed pressed -> press(pressed, turn);
        }
    }

    /// Says why there is no reply, or none yet.
    void excuse(Incoming.Addressed incoming, Excuse why, Turn turn) {
        turn.say(excuse(incoming.origin(), why));
    }

    private Call excuse(Origin origin, Excuse why) {
        Phrase phrase =
                switch (why) {
                    case FAILED -> Phrase.FAILED;
                    case MISSED -> Phrase.AWAY;
                    case TOO_FAST -> Phrase.SLOW_DOWN;
                };
        return Requests.send(origin, Reply.of(phrase.in(settings.of(origin).wording(origin))));
    }

    private void answer(Incoming.Asked asked, Turn turn) {
        Origin origin = asked.origin();
        questionHandler.answer(asked, settings.of(origin), excuse(origin, Excuse.FAILED), turn);
    }

    private void answerAnew(Incoming.Edited edited, Turn turn) {
        Origin origin = edited.origin();
        questionHandler.answerAnew(
                edited, settings.of(origin), excuse(origin, Excuse.FAILED), turn);
    }

    private void take(Incoming.Uploaded uploaded, Turn turn) {
        Origin origin = uploaded.origin();
        MessageCatalog messages = settings.of(origin).wording(origin);
        turn.say(Requests.reply(origin, office.take(uploaded, messages, turn)));
    }

    private void take(Incoming.Exported exported, Turn turn) {
        Origin origin = exported.origin();
        MessageCatalog messages = settings.of(origin).wording(origin);
        say(origin, archive.take(exported, messages, turn), turn);
    }

    private void take(Incoming.Forwarded message, Turn turn) {
        Origin origin = message.origin();
        MessageCatalog messages = settings.of(origin).wording(origin);
        office.take(message, messages, turn)
                .ifPresentOrElse(
                        reply -> turn.say(Requests.reply(origin, reply)),
                        () -> answer(new Incoming.Asked(origin, message.text(), null), turn));
    }

    private void command(Incoming.Commanded commanded, Turn turn) {
        Origin origin = commanded.origin();
        MessageCatalog messages = settings.of(origin).wording(origin);
        switch (commanded.command()) {
            case START -> start(commanded, turn);
            case HELP -> say(origin, help(origin, messages), turn);
            case ARTICLES -> say(origin, articles(0, origin), turn);
            case STATS -> say(origin, office.statistics(origin, messages), turn);
            case WHY -> say(origin, office.why(commanded, messages), turn);
            case ADD -> say(origin, office.add(commanded, messages, turn), turn);
            case REMOVE -> say(origin, office.remove(commanded, messages, turn), turn);
            case RELOAD -> say(origin, office.reload(origin, messages), turn);
            case ASK -> say(origin, Reply.of(Phrase.ASK_USAGE.in(messages)), turn);
            case SUMMARY -> say(origin, summaries.summary(commanded, settings.of(origin)), turn);
            case NEWS -> say(origin, summaries.news(0, origin, settings.of(origin)), turn);
            case SETTINGS -> settings.open(origin, turn);
            case CATCHUP, DIGEST -> catchupCommands.command(commanded, messages, turn);
            case OPTOUT -> say(origin, archive.optOut(origin, messages, turn), turn);
            case OPTIN -> say(origin, archive.optIn(origin, messages, turn), turn);
            case FORGET -> say(origin, archive.forget(commanded, messages, turn), turn);
            case EXPORT -> say(origin, archive.export(origin, messages, turn), turn);
            case IMPORT -> say(origin, Reply.of(Phrase.IMPORT_USAGE.in(messages)), turn);
            case UNKNOWN -> remark(origin, NonQuestionIntent.UNKNOWN_COMMAND, turn);
        }
    }

    private static Reply help(Origin origin, MessageCatalog messages) {
        String help = Phrase.HELP.in(messages);
        return Reply.of(
                origin.kind().isGroup() ? help + "\n\n" + Phrase.HELP_GROUP.in(messages) : help);
    }

    /// A link that takes us into a group sends the command by itself: the group is greeted already.
    private void start(Incoming.Commanded commanded, Turn turn) {
        Origin origin = commanded.origin();
        Optional<Bookmark> place = Bookmark.read(commanded.payload().strip());
        if (catchupCommands.open(commanded, settings.of(origin).wording(origin), turn)) {
            return;
        }
        if (place.isPresent()) {
            links.open(origin, place.get(), settings.of(origin), turn);
        } else if (!origin.kind().isGroup() || commanded.payload().isBlank()) {
            say(origin, Reply.of(Phrase.START.in(settings.of(origin).wording(origin))), turn);
        }
    }

    private void press(Incoming.Pressed pressed, Turn turn) {
        Origin origin = pressed.origin();
        ChatSettings wished = settings.of(origin);
        MessageCatalog messages = wished.wording(origin);
        switch (pressed.press()) {
            case Press.Nearest() -> presses.nearest(pressed, wished, turn);
            case Press.OfAnswer wanted -> presses.press(pressed, wanted, wished, turn);
            case Press.OfProposal wanted -> office.press(pressed, wanted, messages, turn);
            case Press.Bring wanted -> archive.press(pressed, wanted, messages, turn);
            case Press.Articles(int page) -> {
                Requests.acknowledge(pressed, "", turn);
                turn.say(Requests.edit(origin, articles(page, origin)));
            }
            case Press.OfSummary wanted -> summaries.press(pressed, wanted, wished, turn);
            case Press.Settings(var choice) -> settings.press(pressed, choice, turn);
            case Press.Catchup(var choice) ->
                    catchupCommands.press(pressed, choice, messages, turn);
            case Press.Unknown() ->
                    Requests.acknowledge(pressed, Phrase.BUTTON_LOST.in(messages), turn);
        }
    }

    /// In a group, where others write meanwhile, as a reply.
    private static void say(Origin origin, Reply reply, Turn turn) {
        turn.say(
                origin.kind().isGroup()
                        ? Requests.reply(origin, reply)
                        : Requests.send(origin, reply));
    }

    /// Those that the chat is answered from.
    private Reply articles(int page, Origin origin) {
        ChatSettings wished = settings.of(origin);
        List<ArticleInfo> listings =
                library.listings().stream()
                        .filter(articleInfo -> wished.includes(articleInfo.articleId()))
                        .toList();
        return new ArticleListView(listings).reply(page, wished.wording(origin));
    }

    private void remark(Origin origin, NonQuestionIntent intent, Turn turn) {
        say(origin, Reply.of(settings.of(origin).wording(origin).to(intent)), turn);
    }
}
