package dev.verbatim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.Reranker;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.library.Library;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.retrieval.PassageIndex;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.summary.Summarizer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine;

/// A command line with an application behind it that knows a few answers by heart.
final class CommandLineFixture {

    final List<List<String>> startSettings = new ArrayList<>();
    final Library library = mock(Library.class);
    final GenericApplicationContext context = new GenericApplicationContext();

    private final Answerer answerer = mock(Answerer.class);
    private final PassageRetriever articles = articles();

    CommandLineFixture(Map<String, Answer> answers, Answer otherwise) {
        when(answerer.answer(any()))
                .thenAnswer(call -> answers.getOrDefault(textOf(call.getArgument(0)), otherwise));
        when(library.articles())
                .thenReturn(List.of(new ArticleInfo("meeting", Publication.titled("NATO"), 20)));
        context.registerBean(Answerer.class, () -> answerer);
        context.registerBean(Library.class, () -> library);
        when(answerer.explain(any())).thenReturn(AnswerFixture.EXPLANATION);
        context.registerBean(Reranker.class, () -> new Reranker(PassageReader.off()));
        context.registerBean(ConfidenceThreshold.class, () -> ConfidenceThreshold.BALANCED);
        context.registerBean(VectorCache.class, () -> mock(VectorCache.class));
        context.registerBean(PassageIndex.Opener.class, () -> mock(PassageIndex.Opener.class));
        context.registerBean(Summarizer.class, CommandLineFixture::summarizer);
        context.registerBean(PassageRetriever.class, () -> articles);
        context.refresh();
    }

    /// Serves another article, which answers every question that is asked of it alone.
    CommandLineFixture with(Answer.Found second) {
        Passage passage = second.passage();
        when(articles.passagesSharing(any(), anyInt())).thenReturn(List.of(passage));
        doReturn(second).when(answerer).answer(argThat(CommandLineFixture::isOfArticles));
        return this;
    }

    private static boolean isOfArticles(@Nullable Question question) {
        return question != null && !question.articleIds().isEmpty();
    }

    private static PassageRetriever articles() {
        var articles = mock(PassageRetriever.class);
        when(articles.article(any())).thenReturn(Optional.empty());
        when(articles.retrieve(any(), anyInt())).thenReturn(new Ranking(List.of(), 0, 0));
        when(articles.article(AnswerFixture.ARTICLE.id()))
                .thenReturn(Optional.of(AnswerFixture.ARTICLE));
        return articles;
    }

    /// One that compares sentences by their words.
    private static Summarizer summarizer() {
        var vectors = mock(VectorCache.class);
        var encoder = mock(Encoder.class);
        when(vectors.encoder()).thenReturn(encoder);
        return new Summarizer(vectors);
    }

    private static String textOf(Question question) {
        return question.text();
    }

    /// As if the application couldn't be started.
    void failWith(Exception failure) throws InterruptedException {
        doThrow(new BeanCreationException("library", "failed", failure))
                .when(library)
                .awaitSettled();
    }

    Outcome run(String... arguments) {
        return runWithInput("", arguments);
    }

    Outcome runWithInput(String input, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var streams =
                new StandardStreams(
                        new BufferedReader(new StringReader(input)),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8));
        int exitCode = new CommandLineInterface(this::start, streams).run(arguments);
        return new Outcome(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    /// The commands with their options, for their help.
    CommandLine commandLine() {
        var none = new ByteArrayOutputStream();
        var streams =
                new StandardStreams(
                        new BufferedReader(new StringReader("")),
                        new PrintStream(none, true, UTF_8),
                        new PrintStream(none, true, UTF_8));
        return new CommandLineInterface(this::start, streams)
                .commandLine(new LazyApplication(() -> context));
    }

    private GenericApplicationContext start(List<String> settings) {
        startSettings.add(settings);
        return context;
    }

    record Outcome(int exitCode, String out, String err) {}
}
