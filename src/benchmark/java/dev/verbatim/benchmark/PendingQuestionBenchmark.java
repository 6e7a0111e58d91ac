package dev.verbatim.benchmark;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.Publication;
import dev.verbatim.reader.ReaderSettings;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.ranking.QuestionMatcher;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// How long it takes to look for answers to 10,000 pending questions in a new article of 50
/// paragraphs: all are compared with it, and those that it may answer are asked again. The claim is
/// ten seconds, in the background, on a machine that does nothing else.
final class PendingQuestionBenchmark {

    private static final int QUESTIONS = 10_000;
    private static final int PARAGRAPHS = 50;
    private static final int WARM_UP = 500;

    /// Most people wait for something else than the next article is about.
    private static final int ON_THE_ARTICLE = 100;

    private static final double LIMIT_SECONDS = 10;

    private PendingQuestionBenchmark() {}

    /// Reports the times.
    ///
    /// @param arguments a folder as `evaluate` takes it, whose paragraphs are the new article, and
    ///   others with what people wait for; `-Dtexts` names the folder of the other articles
    public static void main(String[] arguments) throws IOException {
        Path about = Path.of(arguments[0]);
        List<String> others = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            others.addAll(QuestionFiles.questions(Path.of(arguments[i])));
        }
        List<String> ours = QuestionFiles.questions(about);
        try (Workbench workbench = Workbench.open(asByDefault())) {
            Article article = article(about);
            workbench.index().accept(new ContentChange.Published(article));
            report(workbench, article, pending(ours, others));
        }
    }

    /// With its memory: what is read at the look needn't be read when the question is asked again.
    private static ReaderSettings asByDefault() {
        return new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("verbatim.reader", ReaderSettings.class);
    }

    private static Article article(Path folder) throws IOException {
        return QuestionFiles.article(
                "new-article",
                Publication.titled("New"),
                QuestionFiles.paragraphs(folder).limit(PARAGRAPHS).toList());
    }

    private static List<String> pending(List<String> ours, List<String> others) {
        List<String> all =
                IntStream.range(0, QUESTIONS)
                        .mapToObj(
                                i ->
                                        i < ON_THE_ARTICLE
                                                ? ours.get(i % ours.size())
                                                : others.get(i % others.size()))
                        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
        Collections.shuffle(all, new Random(1));
        return all;
    }

    private static void report(Workbench workbench, Article article, List<String> questions) {
        Answerer answerer = workbench.readingAnswerer();
        var matcher = new QuestionMatcher(workbench.vectors());
        long asked = System.nanoTime();
        questions.forEach(matcher::prepare);
        double prepared = secondsSince(asked);
        questions.stream().limit(WARM_UP).filter(matcher.matches(article)).forEach(_ -> {});
        questions.stream().limit(WARM_UP / 10).map(Question::of).forEach(answerer::answer);
        long start = System.nanoTime();
        List<String> near = questions.stream().filter(matcher.matches(article)).toList();
        double compared = secondsSince(start);
        List<String> matching =
                near.stream()
                        .filter(
                                text ->
                                        answerer.mayAnswer(
                                                new Question(text, Set.of(article.id()))))
                        .toList();
        double looked = secondsSince(start);
        long answered =
                matching.stream()
                        .map(Question::of)
                        .map(answerer::answer)
                        .filter(answer -> isOf(article, answer))
                        .count();
        double all = secondsSince(start);
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .printf(
                        Locale.ROOT,
                        "%d questions, %d of them different, made vectors of in %.1f s when they"
                                + " were asked; %d passages: compared in %.1f s, %d near, looked at"
                                + " these until %.1f s, %d asked again, %d answered: %.1f s, %s%n",
                        questions.size(),
                        questions.stream().distinct().count(),
                        prepared,
                        article.passages().size(),
                        compared,
                        near.size(),
                        looked,
                        matching.size(),
                        answered,
                        all,
                        all <= LIMIT_SECONDS ? "within the limit" : "too slow");
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static boolean isOf(Article article, Answer answer) {
        return answer instanceof Answer.Found found
                && found.passage().article().id().equals(article.id());
    }
}
