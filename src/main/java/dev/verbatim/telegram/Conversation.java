package dev.verbatim.telegram;

import dev.verbatim.answer.Remark;
import dev.verbatim.answer.Wording;
import dev.verbatim.article.Library;
import dev.verbatim.telegram.delivery.Call;
import dev.verbatim.telegram.delivery.Excuse;
import dev.verbatim.telegram.delivery.Turn;
import java.util.Optional;
import java.util.function.Function;

/// Replies to what comes in. Thread-safe, and without a memory of its own: what a reply needs comes
/// with what it replies to, or is in the store.
final class Conversation {

    private final Answering answering;
    private final AnswerPresses presses;
    private final PassageLinks links;
    private final Office office;
    private final Function<Origin, ChatSettings> settings;
    private final Library library;

    /// @param settings how the chat of whoever it is wants to be answered
    Conversation(
            Answering answering,
            AnswerPresses presses,
            PassageLinks links,
            Office office,
            Function<Origin, ChatSettings> settings,
            Library library) {
        this.answering = answering;
        this.presses = presses;
        this.links = links;
        this.office = office;
        this.settings = settings;
        this.library = library;
    }

    /// Says the reply into the turn.
    void reply(Incoming.Addressed incoming, Turn turn) {
        switch (incoming) {
            case Incoming.Asked asked -> answer(asked, turn);
            case Incoming.Edited(var question, _) -> answerAnew(question, turn);
            case Incoming.Commanded commanded -> command(commanded, turn);
            case Incoming.Chatted(var origin) -> remark(origin, Remark.NO_WORDS, turn);
            case Incoming.Uploaded uploaded -> take(uploaded, turn);
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
        return Requests.send(origin, Reply.of(phrase.in(settings.apply(origin).wording(origin))));
    }

    private void answer(Incoming.Asked asked, Turn turn) {
        Origin origin = asked.origin();
        answering.answer(asked, settings.apply(origin), excuse(origin, Excuse.FAILED), turn);
    }

    private void answerAnew(Incoming.Asked asked, Turn turn) {
        if (!answering.answerAnew(asked, settings.apply(asked.origin()), turn)) {
            answer(asked, turn);
        }
    }

    private void take(Incoming.Uploaded uploaded, Turn turn) {
        Origin origin = uploaded.origin();
        Wording wording = settings.apply(origin).wording(origin);
        turn.say(Requests.reply(origin, office.take(uploaded, wording, turn)));
    }

    private void take(Incoming.Forwarded message, Turn turn) {
        Origin origin = message.origin();
        Wording wording = settings.apply(origin).wording(origin);
        office.take(message, wording, turn)
                .ifPresentOrElse(
                        reply -> turn.say(Requests.reply(origin, reply)),
                        () -> answer(new Incoming.Asked(origin, message.text(), null), turn));
    }

    private void command(Incoming.Commanded commanded, Turn turn) {
        Origin origin = commanded.origin();
        Wording wording = settings.apply(origin).wording(origin);
        switch (commanded.command()) {
            case START -> start(commanded, turn);
            case HELP -> say(origin, Reply.of(Phrase.HELP.in(wording)), turn);
            case ARTICLES -> say(origin, articles(0, wording), turn);
            case STATS -> say(origin, office.statistics(origin, wording), turn);
            case ADD -> say(origin, office.add(commanded, wording, turn), turn);
            case REMOVE -> say(origin, office.remove(commanded, wording, turn), turn);
            case RELOAD -> say(origin, office.reload(origin, wording), turn);
            case ASK, SETTINGS, UNKNOWN -> remark(origin, Remark.UNKNOWN_COMMAND, turn);
        }
    }

    private void start(Incoming.Commanded commanded, Turn turn) {
        Origin origin = commanded.origin();
        Optional<Bookmark> place = Bookmark.read(commanded.payload().strip());
        if (place.isPresent()) {
            links.open(origin, place.get(), settings.apply(origin), turn);
        } else {
            say(origin, Reply.of(Phrase.START.in(settings.apply(origin).wording(origin))), turn);
        }
    }

    private void press(Incoming.Pressed pressed, Turn turn) {
        Origin origin = pressed.origin();
        ChatSettings wished = settings.apply(origin);
        Wording wording = wished.wording(origin);
        switch (pressed.press()) {
            case Press.Nearest() -> presses.nearest(pressed, wished, turn);
            case Press.OfAnswer wanted -> presses.press(pressed, wanted, wished, turn);
            case Press.OfProposal wanted -> office.press(pressed, wanted, wording, turn);
            case Press.Articles(int page) -> {
                Requests.acknowledge(pressed, "", turn);
                turn.say(Requests.edit(origin, articles(page, wording)));
            }
            case Press.Settings _, Press.Unknown _ ->
                    Requests.acknowledge(pressed, Phrase.BUTTON_LOST.in(wording), turn);
        }
    }

    private static void say(Origin origin, Reply reply, Turn turn) {
        turn.say(Requests.send(origin, reply));
    }

    private Reply articles(int page, Wording wording) {
        return new ArticleList(library.listings()).reply(page, wording);
    }

    private void remark(Origin origin, Remark remark, Turn turn) {
        say(origin, Reply.of(settings.apply(origin).wording(origin).to(remark)), turn);
    }
}
