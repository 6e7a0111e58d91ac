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
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Replies to what comes in, as the chat's settings want it. Thread-safe.
final class Conversation {

    private final Answerer answerer;
    private final Library library;
    private final AnswerTimer timer;
    private final ChatMemory memory;
    private final SettingsDialogue settingsDialogue;

    Conversation(Answerer answerer, Library library, AnswerTimer timer, ChatMemory memory) {
        this.answerer = answerer;
        this.library = library;
        this.timer = timer;
        this.memory = memory;
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
        Call otherwise = excuse(asked.origin(), Excuse.FAILED);
        Call call = Requests.reply(asked, answered(asked, settings), otherwise);
        turn.say(memory.answered().receipted(call, asked.origin()));
    }

    private Reply answered(Incoming.Asked asked, ChatSettings settings) {
        var question = new Question(asked.text(), settings.articleIds());
        Answer answer = timer.time(() -> answerer.answer(question));
        return new Renderer(settings.wording(asked.origin()), settings.length()).reply(answer);
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
                            replyId -> replace(replyId, edited.question(), settings, turn),
                            () -> answer(edited.question(), settings, turn));
        }
    }

    private void replace(int replyId, Incoming.Asked asked, ChatSettings settings, Turn turn) {
        Reply reply = answered(asked, settings);
        Call call =
                Requests.edit(asked.origin().at(replyId), reply)
                        .otherwise(Requests.reply(asked.origin(), reply));
        turn.say(memory.answered().receipted(call, asked.origin()));
    }

    private void command(Incoming.Commanded typed, ChatSettings settings, Turn turn) {
        Origin origin = typed.origin();
        Wording wording = settings.wording(origin);
        switch (typed.command()) {
            case START -> start(origin, typed.payload(), wording, turn);
            case HELP -> say(origin, Reply.of(Phrase.HELP.in(wording)), turn);
            case ARTICLES -> say(origin, articles(0, wording), turn);
            case ASK -> say(origin, Reply.of(Phrase.ASK_USAGE.in(wording)), turn);
            case SETTINGS -> settingsDialogue.open(origin, settings, turn);
            case ADD, REMOVE, RELOAD, STATS, UNKNOWN ->
                    say(origin, Reply.of(wording.to(Remark.UNKNOWN_COMMAND)), turn);
        }
    }

    /// A link that takes us into a group sends the command by itself: the group is greeted already.
    private static void start(Origin origin, String payload, Wording wording, Turn turn) {
        if (!origin.kind().isGroup()) {
            say(origin, Reply.of(Phrase.START.in(wording)), turn);
        } else if (payload.isBlank()) {
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
            case Press.Nearest() -> nearest(pressed, settings, turn);
            case Press.Articles(int page) -> show(pressed, () -> articles(page, wording), turn);
            case Press.Settings(var choice) ->
                    settingsDialogue.press(pressed, choice, settings, turn);
            case Press.NearestTo _,
                    Press.Around _,
                    Press.Passages _,
                    Press.Judge _,
                    Press.Unknown _ ->
                    notice(pressed, Phrase.BUTTON_LOST.in(wording), turn);
        }
    }

    /// Asks again instead of remembering: that works after a restart too, and when the articles
    /// have changed since, what is shown is what they say now.
    private void nearest(Incoming.Pressed pressed, ChatSettings settings, Turn turn) {
        Wording wording = settings.wording(pressed.origin());
        @Nullable String text = pressed.question();
        if (text == null) {
            notice(pressed, Phrase.QUESTION_LOST.in(wording), turn);
        } else {
            var question = new Question(text, settings.articleIds());
            show(
                    pressed,
                    () -> new Renderer(wording).replyWithNearest(answerer.answer(question)),
                    turn);
        }
    }

    /// Stops the button's spinner first: that must not depend on whether the rest works.
    private static void show(Incoming.Pressed pressed, Supplier<Reply> reply, Turn turn) {
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
}
