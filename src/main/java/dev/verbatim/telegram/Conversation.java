package dev.verbatim.telegram;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.Remark;
import dev.verbatim.answer.Wording;
import dev.verbatim.article.Library;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.delivery.Call;
import dev.verbatim.telegram.delivery.Excuse;
import dev.verbatim.telegram.delivery.Turn;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Replies to what comes in. Thread-safe, and without a memory: what a reply needs comes with what
/// it replies to.
final class Conversation {

    private final Answerer answerer;
    private final Library library;
    private final AnswerTimer timer;

    Conversation(Answerer answerer, Library library, AnswerTimer timer) {
        this.answerer = answerer;
        this.library = library;
        this.timer = timer;
    }

    /// Says the reply into the turn.
    void reply(Incoming.Addressed incoming, Turn turn) {
        switch (incoming) {
            case Incoming.Asked(var origin, var text) -> turn.say(answer(origin, text));
            case Incoming.Commanded(var origin, var command, _) ->
                    turn.say(
                            Requests.send(origin, command(command, Wording.in(origin.language()))));
            case Incoming.Chatted(var origin) ->
                    turn.say(
                            Requests.send(
                                    origin,
                                    remark(Remark.NO_WORDS, Wording.in(origin.language()))));
            case Incoming.Pressed pressed ->
                    press(pressed, Wording.in(pressed.origin().language()), turn);
        }
    }

    /// Says why there is no reply, or none yet.
    void excuse(Incoming.Addressed incoming, Excuse why, Turn turn) {
        turn.say(excuse(incoming.origin(), why));
    }

    private static Call excuse(Origin origin, Excuse why) {
        Phrase phrase =
                switch (why) {
                    case FAILED -> Phrase.FAILED;
                    case MISSED -> Phrase.AWAY;
                    case TOO_FAST -> Phrase.SLOW_DOWN;
                };
        return Requests.send(origin, Reply.of(phrase.in(Wording.in(origin.language()))));
    }

    private Call answer(Origin origin, String text) {
        Answer answer = timer.time(() -> answerer.answer(Question.of(text)));
        Reply reply = new Renderer(Wording.in(origin.language())).reply(answer);
        return Requests.reply(origin, reply).otherwise(excuse(origin, Excuse.FAILED));
    }

    private Reply command(Command command, Wording wording) {
        return switch (command) {
            case START -> Reply.of(Phrase.START.in(wording));
            case HELP -> Reply.of(Phrase.HELP.in(wording));
            case ARTICLES -> articles(0, wording);
            case UNKNOWN -> remark(Remark.UNKNOWN_COMMAND, wording);
        };
    }

    private void press(Incoming.Pressed pressed, Wording wording, Turn turn) {
        switch (pressed.press()) {
            case Press.Nearest() -> nearest(pressed, pressed.question(), turn);
            case Press.Articles(int page) -> show(pressed, () -> articles(page, wording), turn);
            case Press.Unknown() -> notice(pressed, Phrase.BUTTON_LOST.in(wording), turn);
        }
    }

    /// Asks again instead of remembering: that works after a restart too, and when the articles
    /// have changed since, what is shown is what they say now.
    private void nearest(Incoming.Pressed pressed, @Nullable String question, Turn turn) {
        Wording wording = Wording.in(pressed.origin().language());
        if (question == null) {
            notice(pressed, Phrase.QUESTION_LOST.in(wording), turn);
        } else {
            show(pressed, () -> nearest(question, wording), turn);
        }
    }

    private Reply nearest(String question, Wording wording) {
        Answer answer = answerer.answer(Question.of(question));
        return new Renderer(wording).replyWithNearest(answer);
    }

    /// Stops the button's spinner first: that must not depend on whether the rest works.
    private void show(Incoming.Pressed pressed, Supplier<Reply> reply, Turn turn) {
        notice(pressed, "", turn);
        turn.say(Requests.edit(pressed.origin(), reply.get()));
    }

    private static void notice(Incoming.Pressed pressed, String notice, Turn turn) {
        turn.now(
                "acknowledge",
                pressed.origin().chatId(),
                Requests.acknowledge(pressed.queryId(), notice));
    }

    private Reply articles(int page, Wording wording) {
        return new ArticleList(library.listings()).reply(page, wording);
    }

    private static Reply remark(Remark remark, Wording wording) {
        return Reply.of(wording.to(remark));
    }
}
