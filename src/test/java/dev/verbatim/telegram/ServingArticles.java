package dev.verbatim.telegram;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Library;
import dev.verbatim.article.Listing;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.delivery.Serving;
import dev.verbatim.telegram.standin.BotApiStandIn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A bot that talks about articles with a stand-in, over real HTTP: everything is real but the
/// answers.
final class ServingArticles implements AutoCloseable {

    /// What has been asked so far.
    final List<String> asked = new CopyOnWriteArrayList<>();

    volatile List<Listing> listings = List.of();
    private volatile Function<String, Answer> answers = _ -> NatoArticle.FOUND;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Serving line;

    private ServingArticles(BotApiStandIn server, Path data) {
        Library library = library();
        var conversation = new Conversation(answerer(), library, new AnswerTimer(registry));
        line = Serving.with(server, data, new ArticleTalk(conversation, library), registry);
    }

    /// @param data where the store is; what is there already is gone on with
    static ServingArticles with(BotApiStandIn server, Path data) {
        return new ServingArticles(server, data);
    }

    void answers(Answer answer) {
        answers = _ -> answer;
    }

    /// Answers one question by its own way, and the others with a passage.
    void answers(String question, Callable<Answer> answer) {
        answers =
                text -> {
                    try {
                        return text.equals(question) ? answer.call() : NatoArticle.FOUND;
                    } catch (Exception e) {
                        throw new IllegalStateException("the index is gone", e);
                    }
                };
    }

    double counted(String name, String... tags) {
        return registry.counter(name, tags).count();
    }

    @Override
    public void close() {
        line.close();
    }

    // Stubbed before the bot's threads come: Mockito's stubbing is not made for company.
    private Answerer answerer() {
        var answerer = mock(Answerer.class);
        when(answerer.answer(any()))
                .thenAnswer(
                        call -> {
                            String text = call.<Question>getArgument(0).text();
                            asked.add(text);
                            return answers.apply(text);
                        });
        return answerer;
    }

    private Library library() {
        var library = mock(Library.class);
        when(library.listings()).thenAnswer(_ -> listings);
        return library;
    }
}
