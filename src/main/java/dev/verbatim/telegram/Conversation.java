package dev.verbatim.telegram;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.Remark;
import dev.verbatim.answer.Wording;
import dev.verbatim.article.Library;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.delivery.Delivery;
import dev.verbatim.telegram.delivery.Handler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Replies to what comes in. Thread-safe, and without a memory: what a reply needs comes with what
/// it replies to.
final class Conversation implements Handler {

    private static final Logger log = LoggerFactory.getLogger(Conversation.class);

    private final Answerer answerer;
    private final Library library;
    private final Sender sender;
    private final AnswerTimer timer;
    private final UpdateDecoder decoder = new UpdateDecoder(Identity.UNKNOWN);

    Conversation(Answerer answerer, Library library, Sender sender, AnswerTimer timer) {
        this.answerer = answerer;
        this.library = library;
        this.sender = sender;
        this.timer = timer;
    }

    /// Returns when the reply is out, or when it is clear that it won't get out.
    @Override
    public void handle(Update update) {
        switch (decoder.decode(update)) {
            case Incoming.Addressed addressed -> reply(addressed);
            case Incoming.InlineAsked _, Incoming.Joined _, Incoming.Removed _ ->
                    log.debug("update {} is nothing to us yet", update.getUpdateId());
            case Incoming.Ignored(var reason) ->
                    log.debug("update {} is ignored: {}", update.getUpdateId(), reason);
        }
    }

    @Override
    public void apologize(Update update) {
        if (decoder.decode(update) instanceof Incoming.Addressed addressed) {
            apologize(addressed.origin());
        }
    }

    private void reply(Incoming.Addressed incoming) {
        switch (incoming) {
            case Incoming.Asked(var origin, var text, _) -> answer(origin, text);
            case Incoming.Commanded(var origin, var command, _, _) ->
                    send(origin, command(command, Wording.in(origin.language())));
            case Incoming.Chatted(var origin) ->
                    send(origin, remark(Remark.NO_WORDS, Wording.in(origin.language())));
            case Incoming.Uploaded uploaded ->
                    send(
                            uploaded.origin(),
                            remark(Remark.NO_WORDS, Wording.in(uploaded.origin().language())));
            case Incoming.Edited edited ->
                    log.debug("chat {}: an edit is nothing to us yet", edited.origin().chatId());
            case Incoming.Pressed pressed ->
                    press(pressed, Wording.in(pressed.origin().language()));
        }
    }

    /// Says that something went wrong on our side.
    private void apologize(Origin origin) {
        sender.send(origin, Reply.of(Phrase.FAILED.in(Wording.in(origin.language()))));
    }

    private void answer(Origin origin, String text) {
        Answer answer = timer.time(() -> answerer.answer(Question.of(text)));
        Reply reply = new Renderer(Wording.in(origin.language())).reply(answer);
        Delivery delivery = sender.reply(origin, reply);
        if (delivery instanceof Delivery.Rejected) {
            apologize(origin);
        }
    }

    private Reply command(Command command, Wording wording) {
        return switch (command) {
            case START -> Reply.of(Phrase.START.in(wording));
            case HELP -> Reply.of(Phrase.HELP.in(wording));
            case ARTICLES -> articles(0, wording);
            case ASK, SETTINGS, ADD, REMOVE, RELOAD, STATS, UNKNOWN ->
                    remark(Remark.UNKNOWN_COMMAND, wording);
        };
    }

    private void press(Incoming.Pressed pressed, Wording wording) {
        switch (pressed.press()) {
            case Press.Nearest() -> nearest(pressed, pressed.question(), wording);
            case Press.Articles(int page) -> show(pressed, () -> articles(page, wording));
            case Press.NearestTo _,
                    Press.Around _,
                    Press.Passages _,
                    Press.Judge _,
                    Press.Settings _,
                    Press.Unknown _ ->
                    notice(pressed, Phrase.BUTTON_LOST.in(wording));
        }
    }

    /// Asks again instead of remembering: that works after a restart too, and when the articles
    /// have changed since, what is shown is what they say now.
    private void nearest(Incoming.Pressed pressed, @Nullable String question, Wording wording) {
        if (question == null) {
            notice(pressed, Phrase.QUESTION_LOST.in(wording));
        } else {
            show(pressed, () -> nearest(question, wording));
        }
    }

    private Reply nearest(String question, Wording wording) {
        Answer answer = answerer.answer(Question.of(question));
        return new Renderer(wording).replyWithNearest(answer);
    }

    /// Stops the button's spinner first: that must not depend on whether the rest works.
    private void show(Incoming.Pressed pressed, Supplier<Reply> reply) {
        notice(pressed, "");
        sender.edit(pressed.origin(), reply.get());
    }

    private void notice(Incoming.Pressed pressed, String notice) {
        sender.acknowledge(pressed.origin().chatId(), pressed.queryId(), notice);
    }

    private void send(Origin origin, Reply reply) {
        sender.send(origin, reply);
    }

    private Reply articles(int page, Wording wording) {
        return new ArticleList(library.listings()).reply(page, wording);
    }

    private static Reply remark(Remark remark, Wording wording) {
        return Reply.of(wording.to(remark));
    }
}
