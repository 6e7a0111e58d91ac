package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome.Shown;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.Bookmark.Opening;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Press;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.update.Identity;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Origin;
import dev.verbatim.telegram.update.Requests;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Does what the buttons under an answer ask for. Thread-safe.
///
/// What is shown takes the answer's place, so that a group isn't flooded, and is what the article
/// says now: an answer whose article has changed says so instead of showing other words.
public final class AnswerCallbackHandler {

    /// What came after these has little to do with the question.
    private static final int OTHERS = 5;

    private final QuestionAnsweringService questionAnsweringService;
    private final AnswerStore given;
    private final Supplier<Identity> me;

    public AnswerCallbackHandler(
            QuestionAnsweringService questionAnsweringService,
            AnswerStore given,
            Supplier<Identity> me) {
        this.questionAnsweringService = questionAnsweringService;
        this.given = given;
        this.me = me;
    }

    /// What a press comes to.
    private sealed interface Reaction {

        /// Something else in the message's place.
        record Replaced(Reply reply) implements Reaction {}

        /// A few words that pass, and the message stays.
        record Noticed(Phrase phrase) implements Reaction {}
    }

    /// Does it, and stops the button's spinner.
    public void press(
            Incoming.Pressed pressed, Press.OfAnswer wanted, ChatSettings settings, Turn turn) {
        Origin origin = pressed.origin();
        Reaction reaction =
                given.find(origin.chatId(), wanted.answer())
                        .map(answer -> reaction(answer, wanted, new Reader(origin, settings), turn))
                        .orElseGet(() -> forgotten(pressed, wanted, settings));
        react(pressed, reaction, settings, turn);
    }

    /// Shows what came nearest to a question that only Telegram has kept.
    public void nearest(Incoming.Pressed pressed, ChatSettings settings, Turn turn) {
        Reaction reaction = nearest(pressed.question(), new Reader(pressed.origin(), settings));
        react(pressed, reaction, settings, turn);
    }

    private static void react(
            Incoming.Pressed pressed, Reaction reaction, ChatSettings settings, Turn turn) {
        Origin origin = pressed.origin();
        switch (reaction) {
            case Reaction.Replaced(var reply) -> {
                Requests.acknowledge(pressed, "", turn);
                turn.say(Requests.edit(origin, reply));
            }
            case Reaction.Noticed(var phrase) ->
                    Requests.acknowledge(pressed, phrase.in(settings.wording(origin)), turn);
        }
    }

    /// Who pressed, and how the chat wants to be answered.
    private record Reader(Origin origin, ChatSettings settings) {

        MessageCatalog messages() {
            return settings.wording(origin);
        }

        Question question(String text) {
            return new Question(text, settings.articleIds());
        }
    }

    private Reaction reaction(
            StoredAnswer answer, Press.OfAnswer wanted, Reader reader, Turn turn) {
        return switch (wanted) {
            case Press.NearestTo _ -> nearest(answer.asking().question(), answer.before(), reader);
            case Press.Around _ -> open(answer, true, reader);
            case Press.Passages(_, int number) ->
                    number == 0 ? open(answer, false, reader) : other(answer, number, reader);
            case Press.Judge(_, boolean answers) -> judged(answer, reader.origin(), answers, turn);
        };
    }

    /// The question itself is kept by Telegram for longer than the answer by us.
    private Reaction forgotten(
            Incoming.Pressed pressed, Press.OfAnswer wanted, ChatSettings settings) {
        return wanted instanceof Press.NearestTo
                ? nearest(pressed.question(), new Reader(pressed.origin(), settings))
                : new Reaction.Noticed(Phrase.BUTTON_LOST);
    }

    private Reaction nearest(@Nullable String question, Reader reader) {
        return question == null
                ? new Reaction.Noticed(Phrase.QUESTION_LOST)
                : nearest(question, DialogueContext.NONE, reader);
    }

    /// Asks again instead of remembering: when the articles have changed since, what is shown is
    /// what they say now.
    private Reaction nearest(String question, DialogueContext before, Reader reader) {
        Answer answer =
                questionAnsweringService.askAgain(reader.question(question), before).answer();
        return new Reaction.Replaced(
                new AnswerRenderer(reader.messages()).replyWithNearest(answer));
    }

    private Reaction judged(StoredAnswer answer, Origin origin, boolean answers, Turn turn) {
        turn.write(rows -> AnswerStore.judge(answer.id(), origin.personId(), answers, rows));
        return new Reaction.Noticed(Phrase.FEEDBACK_THANKS);
    }

    private Reaction open(StoredAnswer answer, boolean around, Reader reader) {
        if (!(answer.outcome() instanceof Outcome.Shown shown)) {
            return new Reaction.Noticed(Phrase.BUTTON_LOST);
        }
        return questionAnsweringService
                .article(shown.articleId())
                .map(article -> open(shown.place().open(article), answer, shown, around, reader))
                .orElseGet(() -> new Reaction.Noticed(Phrase.ARTICLE_GONE));
    }

    private Reaction open(
            Opening opening, StoredAnswer answer, Shown shown, boolean around, Reader reader) {
        return switch (opening) {
            case Opening.Same(var passage, var emphasis) ->
                    new Reaction.Replaced(
                            around
                                    ? around(answer, passage, emphasis, shown, reader.messages())
                                    : answer(answer, passage, emphasis, shown, reader));
            case Opening.Changed _, Opening.Lost _ -> new Reaction.Noticed(Phrase.ARTICLE_CHANGED);
        };
    }

    private Reply around(
            StoredAnswer answer,
            Passage passage,
            TextSpan emphasis,
            Shown shown,
            MessageCatalog messages) {
        return new PassageView(messages)
                .around(passage, emphasis, speaker(shown, messages))
                .with(buttons(messages).around(answer, passage, emphasis, shown.speaker()));
    }

    /// The message as it was sent.
    private Reply answer(
            StoredAnswer answer, Passage passage, TextSpan emphasis, Shown shown, Reader reader) {
        MessageCatalog messages = reader.messages();
        AnswerRenderer renderer = new AnswerRenderer(messages, reader.settings().length());
        Reply reply =
                switch (shown.reason()) {
                    case ANSWERED ->
                            renderer.reply(new Answer.Found(passage, emphasis, shown.speaker(), 1));
                    case CLOSEST ->
                            renderer.reply(
                                    new Answer.Closest(passage, emphasis, shown.speaker(), 0));
                    case UNATTRIBUTED -> renderer.reply(new Answer.Unattributed(passage, emphasis));
                    case LINKED ->
                            new PassageView(messages)
                                    .linked(passage, emphasis, speaker(shown, messages));
                };
        return reply.with(buttons(messages).answer(answer, passage, emphasis, shown.speaker()));
    }

    private Reaction other(StoredAnswer answer, int number, Reader reader) {
        MessageCatalog messages = reader.messages();
        List<Passage> others = others(answer, reader.question(answer.understood()));
        if (others.isEmpty()) {
            return new Reaction.Noticed(Phrase.NO_OTHER_PASSAGES);
        }
        int shown = Math.clamp(number, 1, others.size());
        Passage passage = others.get(shown - 1);
        int count = others.size() + 1;
        return new Reaction.Replaced(
                new PassageView(messages)
                        .numbered(passage, shown + 1, count)
                        .with(buttons(messages).other(answer, passage, shown, count)));
    }

    /// Those that came up but weren't shown, as they would come up now.
    private List<Passage> others(StoredAnswer answer, Question question) {
        return questionAnsweringService.passages(question).stream()
                .filter(passage -> !isShown(passage, answer.outcome()))
                .limit(OTHERS)
                .toList();
    }

    private static boolean isShown(Passage passage, Outcome outcome) {
        return outcome instanceof Shown shown
                && shown.place().isIn(passage.article().id())
                && shown.place().open(passage.article()) instanceof Opening.Same(var same, _)
                && same.span().overlaps(passage.span());
    }

    private static String speaker(Shown shown, MessageCatalog messages) {
        return shown.speaker() == null ? "" : messages.speaker(shown.speaker());
    }

    private AnswerButtons buttons(MessageCatalog messages) {
        return new AnswerButtons(messages, me.get());
    }
}
