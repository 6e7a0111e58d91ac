package dev.verbatim.telegram;

import dev.verbatim.answer.Remark;
import dev.verbatim.answer.Wording;
import dev.verbatim.article.Library;
import dev.verbatim.article.Listing;
import dev.verbatim.telegram.delivery.Call;
import dev.verbatim.telegram.delivery.Excuse;
import dev.verbatim.telegram.delivery.Turn;
import java.util.List;
import java.util.Optional;

/// Replies to what comes in, as the chat's settings want it. Thread-safe.
final class Conversation {

    private final Answering answering;
    private final AnswerPresses presses;
    private final PassageLinks links;
    private final Office office;
    private final ChatMemory memory;
    private final Library library;
    private final SettingsDialogue settingsDialogue;

    Conversation(
            Answering answering,
            AnswerPresses presses,
            PassageLinks links,
            Office office,
            ChatMemory memory,
            Library library) {
        this.answering = answering;
        this.presses = presses;
        this.links = links;
        this.office = office;
        this.memory = memory;
        this.library = library;
        this.settingsDialogue = new SettingsDialogue(library, new Admins());
    }

    /// Says the reply into the turn.
    void reply(Incoming.Addressed incoming, Turn turn) {
        ChatSettings settings = memory.settings().of(incoming.origin().chatId());
        switch (incoming) {
            case Incoming.Asked asked -> answer(asked, settings, turn);
            case Incoming.Edited edited -> answerAnew(edited, settings, turn);
            case Incoming.Commanded command -> command(command, settings, turn);
            case Incoming.Chatted(var origin) -> noWords(origin, settings, turn);
            case Incoming.Uploaded upload -> noWords(upload.origin(), settings, turn);
            case Incoming.Pressed pressed -> press(pressed, settings, turn);
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
        Wording wording = memory.settings().of(origin.chatId()).wording(origin);
        return Requests.send(origin, Reply.of(phrase.in(wording)));
    }

    private void answer(Incoming.Asked asked, ChatSettings settings, Turn turn) {
        answering.answer(asked, settings, excuse(asked.origin(), Excuse.FAILED), turn);
    }

    /// In the place of the answer that was given before the question was changed; below the
    /// question when there is none. Of two changes that come in the wrong order the later one
    /// stays.
    private void answerAnew(Incoming.Edited edited, ChatSettings settings, Turn turn) {
        Origin origin = edited.origin();
        Optional<AnsweredQuestions.Known> known =
                memory.answered().find(origin.chatId(), origin.messageId());
        if (known.map(AnsweredQuestions.Known::editedAt).filter(edited.at()::isBefore).isEmpty()) {
            turn.write(rows -> memory.answered().edited(origin, edited.at(), rows));
            known.map(AnsweredQuestions.Known::replyId)
                    .ifPresentOrElse(
                            replyId ->
                                    answering.answerAnew(
                                            replyId, edited.question(), settings, turn),
                            () -> answer(edited.question(), settings, turn));
        }
    }

    private void command(Incoming.Commanded typed, ChatSettings settings, Turn turn) {
        Origin origin = typed.origin();
        Wording wording = settings.wording(origin);
        switch (typed.command()) {
            case START -> start(typed, settings, turn);
            case HELP -> say(origin, Reply.of(Phrase.HELP.in(wording)), turn);
            case ARTICLES -> say(origin, articles(0, settings, wording), turn);
            case ASK -> say(origin, Reply.of(Phrase.ASK_USAGE.in(wording)), turn);
            case SETTINGS -> settingsDialogue.open(origin, settings, turn);
            case STATS -> say(origin, Reply.of(office.statistics(origin, wording)), turn);
            case ADD, REMOVE, RELOAD, UNKNOWN ->
                    say(origin, Reply.of(wording.to(Remark.UNKNOWN_COMMAND)), turn);
        }
    }

    /// A link that takes us into a group sends the command by itself: the group is greeted already.
    private void start(Incoming.Commanded typed, ChatSettings settings, Turn turn) {
        Origin origin = typed.origin();
        Wording wording = settings.wording(origin);
        Optional<Bookmark> place = Bookmark.read(typed.payload().strip());
        if (place.isPresent()) {
            links.open(origin, place.get(), settings, turn);
        } else if (!origin.kind().isGroup()) {
            say(origin, Reply.of(Phrase.START.in(wording)), turn);
        } else if (typed.payload().isBlank()) {
            say(origin, Reply.of(Phrase.HELP.in(wording)), turn);
        }
    }

    private static void noWords(Origin origin, ChatSettings settings, Turn turn) {
        say(origin, Reply.of(settings.wording(origin).to(Remark.NO_WORDS)), turn);
    }

    /// In a group, where others write meanwhile, as a reply.
    private static void say(Origin origin, Reply reply, Turn turn) {
        turn.say(
                origin.kind().isGroup()
                        ? Requests.reply(origin, reply)
                        : Requests.send(origin, reply));
    }

    private void press(Incoming.Pressed pressed, ChatSettings settings, Turn turn) {
        Wording wording = settings.wording(pressed.origin());
        switch (pressed.press()) {
            case Press.Nearest() -> presses.nearest(pressed, settings, turn);
            case Press.OfAnswer wanted -> presses.press(pressed, wanted, settings, turn);
            case Press.Articles(int page) -> {
                // First of all: the spinner must not depend on whether the rest works.
                Requests.acknowledge(pressed, "", turn);
                turn.say(Requests.edit(pressed.origin(), articles(page, settings, wording)));
            }
            case Press.Settings(var choice) ->
                    settingsDialogue.press(pressed, choice, settings, turn);
            case Press.Unknown() ->
                    Requests.acknowledge(pressed, Phrase.BUTTON_LOST.in(wording), turn);
        }
    }

    /// Those that the chat is answered from.
    private Reply articles(int page, ChatSettings settings, Wording wording) {
        List<Listing> listings =
                library.listings().stream()
                        .filter(listing -> settings.includes(listing.articleId()))
                        .toList();
        return new ArticleList(listings).reply(page, wording);
    }
}
