package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome.Shown;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.message.PassageReference.Resolution;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.Incoming;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A handler of the buttons under an answer. Thread-safe.
///
/// What a button shows in a group is seen by who has pressed it, where Telegram's server can do
/// that; elsewhere it replaces the answer, so that a group isn't flooded. It is what the article
/// says now: an answer whose article has changed says so instead of showing other words.
public final class AnswerCallbackHandler implements CallbackHandler<CallbackData.AnswerCallback> {

    /// Passages ranked lower have little to do with the question.
    private static final int MAX_OTHER_PASSAGES = 5;

    private final Answerer answerer;
    private final CurrentArticles articles;
    private final AnswerStore answers;
    private final AnswerRatings ratings;
    private final Supplier<BotIdentity> bot;

    public AnswerCallbackHandler(
            Answerer answerer,
            CurrentArticles articles,
            AnswerStore answers,
            Supplier<BotIdentity> bot) {
        this.answerer = answerer;
        this.articles = articles;
        this.answers = answers;
        this.ratings = new AnswerRatings(answers);
        this.bot = bot;
    }

    @Override
    public Class<CallbackData.AnswerCallback> callbackType() {
        return CallbackData.AnswerCallback.class;
    }

    @Override
    public void handle(
            Incoming.Pressed pressed, CallbackData.AnswerCallback callback, Responder responder) {
        switch (callback) {
            case CallbackData.ShowNearest() -> showNearest(pressed, responder);
            case CallbackData.CheckCitation(var reference) ->
                    checkCitation(pressed, reference, responder);
            case CallbackData.StoredAnswerCallback stored ->
                    handleStored(pressed, stored, responder);
        }
    }

    /// What the check finds is told to the user who asked for it.
    private void checkCitation(
            Incoming.Pressed pressed, PassageReference reference, Responder responder) {
        switch (new CitationCheck(articles, responder.messages()).check(reference)) {
            case CitationCheck.Outcome.Same(_, _, var note) ->
                    CallFactory.alert(pressed, note, responder.transaction());
            case CitationCheck.Outcome.Different(var message) -> responder.answer(pressed, message);
            case CitationCheck.Outcome.Gone() -> responder.alert(pressed, MessageKey.ARTICLE_GONE);
        }
    }

    /// Telegram keeps the question itself for longer than the store keeps the answer.
    private void showNearest(Incoming.Pressed pressed, Responder responder) {
        String question = pressed.question();
        if (question == null) {
            responder.notify(pressed, MessageKey.QUESTION_LOST);
        } else {
            responder.show(pressed, nearest(question, DialogueContext.NONE, responder));
        }
    }

    /// Asks again instead of storing the passages, so that it shows what the articles say now.
    private ReplyMessage nearest(String question, DialogueContext before, Responder responder) {
        Answer answer = answerer.answer(question(question, responder), before).answer();
        return new AnswerRenderer(responder.messages()).renderWithNearest(answer);
    }

    private static Question question(String text, Responder responder) {
        return new Question(text, responder.settings().articleIds());
    }

    private void handleStored(
            Incoming.Pressed pressed,
            CallbackData.StoredAnswerCallback callback,
            Responder responder) {
        Optional<StoredAnswer> answer =
                answers.find(responder.context().chatId(), callback.answerId());
        boolean lost =
                answer.isEmpty()
                        || (callback instanceof CallbackData.ShowNearestTo
                                && answer.get().asked().question().isEmpty());
        if (!lost) {
            handleStored(pressed, callback, answer.get(), responder);
        } else if (callback instanceof CallbackData.ShowNearestTo) {
            showNearest(pressed, responder);
        } else {
            responder.notify(pressed, MessageKey.BUTTON_LOST);
        }
    }

    private void handleStored(
            Incoming.Pressed pressed,
            CallbackData.StoredAnswerCallback callback,
            StoredAnswer answer,
            Responder responder) {
        switch (callback) {
            case CallbackData.ShowNearestTo _ ->
                    responder.show(
                            pressed,
                            nearest(answer.asked().question(), answer.contextBefore(), responder));
            case CallbackData.ShowContext _ -> showAgain(pressed, answer, true, responder);
            case CallbackData.ShowPassage(_, int number) when number == 0 ->
                    showAgain(pressed, answer, false, responder);
            case CallbackData.ShowPassage(_, int number) ->
                    showOther(pressed, answer, number, responder);
            case CallbackData.ShowBeside(_, int number) ->
                    showBeside(pressed, answer, number, responder);
            case CallbackData.RateAnswer(_, boolean helpful) ->
                    rate(pressed, answer, helpful, responder);
        }
    }

    private void rate(
            Incoming.Pressed pressed, StoredAnswer answer, boolean helpful, Responder responder) {
        ratings.record(answer, responder.context(), helpful, responder.transaction());
        responder.notify(pressed, MessageKey.FEEDBACK_THANKS);
    }

    private void showAgain(
            Incoming.Pressed pressed, StoredAnswer answer, boolean context, Responder responder) {
        if (!(answer.outcome() instanceof Shown shown)) {
            responder.notify(pressed, MessageKey.BUTTON_LOST);
            return;
        }
        Optional<Article> article = articles.article(shown.articleId());
        if (article.isEmpty()) {
            responder.notify(pressed, MessageKey.ARTICLE_GONE);
            return;
        }
        switch (shown.reference().resolve(article.get())) {
            case Resolution.Unchanged(var passage, var emphasis) -> {
                var place = new Place(passage, emphasis, shown);
                ReplyMessage reply =
                        context ? withContext(place, responder) : render(place, responder);
                responder.show(
                        pressed, reply.withButtons(buttons(answer, place, context, responder)));
            }
            case Resolution.Changed _, Resolution.Missing _ ->
                    responder.notify(pressed, MessageKey.ARTICLE_CHANGED);
        }
    }

    /// The passage of a stored answer in its unchanged article.
    private record Place(Passage passage, TextSpan emphasis, Shown shown) {

        /// Empty when no speaker is named.
        String speakerLine(MessageCatalog messages) {
            return shown.speaker() == null ? "" : messages.speaker(shown.speaker());
        }
    }

    private List<List<ReplyMessage.Button>> buttons(
            StoredAnswer answer, Place place, boolean context, Responder responder) {
        var buttons = new AnswerButtons(responder.messages(), bot.get());
        return context
                ? buttons.around(answer, place.passage(), place.emphasis(), place.shown().speaker())
                : buttons.answer(
                        answer, place.passage(), place.emphasis(), place.shown().speaker());
    }

    private static ReplyMessage withContext(Place place, Responder responder) {
        MessageCatalog messages = responder.messages();
        return new PassageRenderer(messages)
                .renderWithContext(place.passage(), place.emphasis(), place.speakerLine(messages));
    }

    /// The message as it was sent.
    private static ReplyMessage render(Place place, Responder responder) {
        Passage passage = place.passage();
        TextSpan emphasis = place.emphasis();
        Shown shown = place.shown();
        MessageCatalog messages = responder.messages();
        var renderer = new AnswerRenderer(messages, responder.settings().length());
        return switch (shown.reason()) {
            case ANSWERED ->
                    renderer.render(new Answer.Found(passage, emphasis, shown.speaker(), 1));
            case CLOSEST ->
                    renderer.render(new Answer.Closest(passage, emphasis, shown.speaker(), 0));
            case UNATTRIBUTED -> renderer.render(new Answer.Unattributed(passage, emphasis));
            case LINKED ->
                    new PassageRenderer(messages)
                            .renderLinked(passage, emphasis, place.speakerLine(messages));
        };
    }

    private void showOther(
            Incoming.Pressed pressed, StoredAnswer answer, int number, Responder responder) {
        List<Passage> others = otherPassages(answer, responder);
        if (others.isEmpty()) {
            responder.notify(pressed, MessageKey.NO_OTHER_PASSAGES);
            return;
        }
        int shown = Math.clamp(number, 1, others.size());
        Passage passage = others.get(shown - 1);
        int count = others.size() + 1;
        var buttons = new AnswerButtons(responder.messages(), bot.get());
        responder.show(
                pressed,
                new PassageRenderer(responder.messages())
                        .renderNumbered(passage, shown + 1, count)
                        .withButtons(buttons.forOtherPassage(answer, passage, shown, count)));
    }

    private void showBeside(
            Incoming.Pressed pressed, StoredAnswer answer, int number, Responder responder) {
        List<Passage> others = otherPassages(answer, responder);
        Optional<Passage> own =
                answer.outcome() instanceof Shown shown
                                && articles.article(shown.articleId())
                                                .map(shown.reference()::resolve)
                                                .orElse(new Resolution.Missing())
                                        instanceof Resolution.Unchanged(var passage, _)
                        ? Optional.of(passage)
                        : Optional.empty();
        if (own.isEmpty() || others.isEmpty()) {
            responder.notify(pressed, MessageKey.ARTICLE_CHANGED);
            return;
        }
        int shown = Math.clamp(number, 1, others.size());
        var back = new CallbackData.ShowPassage(answer.id(), shown);
        responder.show(
                pressed,
                new SideBySide(responder.messages())
                        .render(own.get(), others.get(shown - 1))
                        .withButtons(
                                List.of(
                                        List.of(
                                                new ReplyMessage.Button(
                                                        MessageKey.EARLIER_PAGE.in(
                                                                responder.messages()),
                                                        back)))));
    }

    /// The passages that were found for the question but not shown, as they are ranked now.
    private List<Passage> otherPassages(StoredAnswer answer, Responder responder) {
        Question question = question(answer.standaloneQuestion(), responder);
        return answerer.decide(question).candidates().stream()
                .map(Candidate::passage)
                .filter(passage -> !isShown(passage, answer.outcome()))
                .limit(MAX_OTHER_PASSAGES)
                .toList();
    }

    private static boolean isShown(Passage passage, Outcome outcome) {
        return outcome instanceof Shown shown
                && shown.reference().isOf(passage.article().id())
                && shown.reference().resolve(passage.article())
                        instanceof Resolution.Unchanged(var same, _)
                && same.span().overlaps(passage.span());
    }
}
