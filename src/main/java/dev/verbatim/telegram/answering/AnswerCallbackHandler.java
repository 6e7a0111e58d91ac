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
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PassageReference.Resolution;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.CallFactory;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
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
    private final Supplier<BotIdentity> me;

    public AnswerCallbackHandler(
            QuestionAnsweringService questionAnsweringService,
            AnswerStore given,
            Supplier<BotIdentity> me) {
        this.questionAnsweringService = questionAnsweringService;
        this.given = given;
        this.me = me;
    }

    /// What a press comes to.
    private sealed interface Reaction {

        /// Something else in the message's place.
        record Replaced(ReplyMessage reply) implements Reaction {}

        /// A few words that pass, and the message stays.
        record Noticed(MessageKey messageKey) implements Reaction {}
    }

    /// Does it, and stops the button's spinner.
    public void press(
            Incoming.Pressed pressed,
            CallbackData.AnswerCallback wanted,
            ChatSettings settings,
            ReplyTransaction transaction) {
        MessageContext context = pressed.context();
        Reaction reaction =
                given.find(context.chatId(), wanted.answerId())
                        .map(
                                answer ->
                                        reaction(
                                                answer,
                                                wanted,
                                                new Reader(context, settings),
                                                transaction))
                        .orElseGet(() -> forgotten(pressed, wanted, settings));
        react(pressed, reaction, settings, transaction);
    }

    /// Shows what came nearest to a question that only Telegram has kept.
    public void nearest(
            Incoming.Pressed pressed, ChatSettings settings, ReplyTransaction transaction) {
        Reaction reaction = nearest(pressed.question(), new Reader(pressed.context(), settings));
        react(pressed, reaction, settings, transaction);
    }

    private static void react(
            Incoming.Pressed pressed,
            Reaction reaction,
            ChatSettings settings,
            ReplyTransaction transaction) {
        MessageContext context = pressed.context();
        switch (reaction) {
            case Reaction.Replaced(var reply) -> {
                CallFactory.acknowledge(pressed, "", transaction);
                transaction.say(CallFactory.edit(context, reply));
            }
            case Reaction.Noticed(var messageKey) ->
                    CallFactory.acknowledge(
                            pressed, messageKey.in(settings.catalogFor(context)), transaction);
        }
    }

    /// Who pressed, and how the chat wants to be answered.
    private record Reader(MessageContext context, ChatSettings settings) {

        MessageCatalog messages() {
            return settings.catalogFor(context);
        }

        Question question(String text) {
            return new Question(text, settings.articleIds());
        }
    }

    private Reaction reaction(
            StoredAnswer answer,
            CallbackData.AnswerCallback wanted,
            Reader reader,
            ReplyTransaction transaction) {
        return switch (wanted) {
            case CallbackData.ShowNearestTo _ ->
                    nearest(answer.asked().question(), answer.contextBefore(), reader);
            case CallbackData.ShowContext _ -> open(answer, true, reader);
            case CallbackData.ShowPassage(_, int number) ->
                    number == 0 ? open(answer, false, reader) : other(answer, number, reader);
            case CallbackData.RateAnswer(_, boolean answers) ->
                    judged(answer, reader.context(), answers, transaction);
        };
    }

    /// The question itself is kept by Telegram for longer than the answer by us.
    private Reaction forgotten(
            Incoming.Pressed pressed, CallbackData.AnswerCallback wanted, ChatSettings settings) {
        return wanted instanceof CallbackData.ShowNearestTo
                ? nearest(pressed.question(), new Reader(pressed.context(), settings))
                : new Reaction.Noticed(MessageKey.BUTTON_LOST);
    }

    private Reaction nearest(@Nullable String question, Reader reader) {
        return question == null
                ? new Reaction.Noticed(MessageKey.QUESTION_LOST)
                : nearest(question, DialogueContext.NONE, reader);
    }

    /// Asks again instead of remembering: when the articles have changed since, what is shown is
    /// what they say now.
    private Reaction nearest(String question, DialogueContext before, Reader reader) {
        Answer answer =
                questionAnsweringService.askAgain(reader.question(question), before).answer();
        return new Reaction.Replaced(
                new AnswerRenderer(reader.messages()).renderWithNearest(answer));
    }

    private Reaction judged(
            StoredAnswer answer,
            MessageContext context,
            boolean answers,
            ReplyTransaction transaction) {
        transaction.write(rows -> AnswerStore.rate(answer.id(), context.personId(), answers, rows));
        return new Reaction.Noticed(MessageKey.FEEDBACK_THANKS);
    }

    private Reaction open(StoredAnswer answer, boolean around, Reader reader) {
        if (!(answer.outcome() instanceof Outcome.Shown shown)) {
            return new Reaction.Noticed(MessageKey.BUTTON_LOST);
        }
        return questionAnsweringService
                .article(shown.articleId())
                .map(
                        article ->
                                open(
                                        shown.reference().resolve(article),
                                        answer,
                                        shown,
                                        around,
                                        reader))
                .orElseGet(() -> new Reaction.Noticed(MessageKey.ARTICLE_GONE));
    }

    private Reaction open(
            Resolution resolution,
            StoredAnswer answer,
            Shown shown,
            boolean around,
            Reader reader) {
        return switch (resolution) {
            case Resolution.Unchanged(var passage, var emphasis) ->
                    new Reaction.Replaced(
                            around
                                    ? around(answer, passage, emphasis, shown, reader.messages())
                                    : answer(answer, passage, emphasis, shown, reader));
            case Resolution.Changed _, Resolution.Missing _ ->
                    new Reaction.Noticed(MessageKey.ARTICLE_CHANGED);
        };
    }

    private ReplyMessage around(
            StoredAnswer answer,
            Passage passage,
            TextSpan emphasis,
            Shown shown,
            MessageCatalog messages) {
        return new PassageRenderer(messages)
                .renderWithContext(passage, emphasis, speaker(shown, messages))
                .withButtons(buttons(messages).around(answer, passage, emphasis, shown.speaker()));
    }

    /// The message as it was sent.
    private ReplyMessage answer(
            StoredAnswer answer, Passage passage, TextSpan emphasis, Shown shown, Reader reader) {
        MessageCatalog messages = reader.messages();
        AnswerRenderer renderer = new AnswerRenderer(messages, reader.settings().length());
        ReplyMessage reply =
                switch (shown.reason()) {
                    case ANSWERED ->
                            renderer.render(
                                    new Answer.Found(passage, emphasis, shown.speaker(), 1));
                    case CLOSEST ->
                            renderer.render(
                                    new Answer.Closest(passage, emphasis, shown.speaker(), 0));
                    case UNATTRIBUTED ->
                            renderer.render(new Answer.Unattributed(passage, emphasis));
                    case LINKED ->
                            new PassageRenderer(messages)
                                    .renderLinked(passage, emphasis, speaker(shown, messages));
                };
        return reply.withButtons(
                buttons(messages).answer(answer, passage, emphasis, shown.speaker()));
    }

    private Reaction other(StoredAnswer answer, int number, Reader reader) {
        MessageCatalog messages = reader.messages();
        List<Passage> others = others(answer, reader.question(answer.standaloneQuestion()));
        if (others.isEmpty()) {
            return new Reaction.Noticed(MessageKey.NO_OTHER_PASSAGES);
        }
        int shown = Math.clamp(number, 1, others.size());
        Passage passage = others.get(shown - 1);
        int count = others.size() + 1;
        return new Reaction.Replaced(
                new PassageRenderer(messages)
                        .renderNumbered(passage, shown + 1, count)
                        .withButtons(buttons(messages).other(answer, passage, shown, count)));
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
                && shown.reference().isOf(passage.article().id())
                && shown.reference().resolve(passage.article())
                        instanceof Resolution.Unchanged(var same, _)
                && same.span().overlaps(passage.span());
    }

    private static String speaker(Shown shown, MessageCatalog messages) {
        return shown.speaker() == null ? "" : messages.speaker(shown.speaker());
    }

    private AnswerButtons buttons(MessageCatalog messages) {
        return new AnswerButtons(messages, me.get());
    }
}
