package dev.verbatim.evaluation;

import dev.verbatim.answer.ConfidenceTrainer;
import dev.verbatim.answer.ConfidenceTrainer.Example;
import dev.verbatim.answer.Reranker;
import dev.verbatim.article.Article;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.evaluation.Evaluation.Plan;
import dev.verbatim.evaluation.Evaluation.QuestionFile;
import dev.verbatim.evaluation.Evaluation.Scope;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.reader.ReaderSettings;
import dev.verbatim.retrieval.lucene.LuceneIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A program that fits the answer confidence to sets of questions.
@Command(name = "calibrate", mixinStandardHelpOptions = true)
final class ConfidenceTraining implements Callable<Integer> {

    private static final Path FOLDER = Path.of("target", "training");

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description =
                    "Each holds articles.jsonl and questions.jsonl. DIR:FILE asks the questions of"
                            + " a file in another language about the articles of a folder.")
    private List<String> sets = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Use at most N questions of each set, evenly drawn.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--unread",
            description =
                    "Leave the reader off. It takes most of the time, and the coefficients that start"
                            + " with crossed, dense and lexical don't need it, nor those of"
                            + " glossed.dense.")
    private boolean unread;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ConfidenceTraining()).execute(arguments));
    }

    /// Vectors are kept for the next run: encoding takes most of the time.
    @Override
    public Integer call() throws IOException {
        Path natives = Files.createDirectories(FOLDER.resolve("native"));
        try (Encoder encoder = Encoder.load(natives);
                VectorCache vectors = VectorCache.open(FOLDER.resolve("vectors.db"), encoder);
                PassageReader reader =
                        PassageReader.open(ReaderSettings.local(true, ""), natives)) {
            Reranker off = new Reranker(PassageReader.off());
            List<Reranker> rerankers = unread ? List.of(off) : List.of(new Reranker(reader), off);
            List<Example> examples = new ArrayList<>();
            for (String set : sets) {
                examples.addAll(examples(plan(set), vectors, rerankers));
            }
            Files.writeString(
                    FOLDER.resolve("confidence.properties"), ConfidenceTrainer.train(examples));
        }
        return 0;
    }

    private static Plan plan(String set) {
        int colon = set.indexOf(':');
        return colon < 0
                ? new Plan(Path.of(set), Scope.ALL, Integer.MAX_VALUE, null)
                : new Plan(
                        Path.of(set.substring(0, colon)),
                        Scope.ALL,
                        Integer.MAX_VALUE,
                        null,
                        new QuestionFile(Path.of(set.substring(colon + 1)), null));
    }

    private List<Example> examples(Plan plan, VectorCache vectors, List<Reranker> rerankers)
            throws IOException {
        QuestionSet all = QuestionSet.read(plan);
        QuestionSet set = new QuestionSet(all.articleSet(), sampled(all.questions()), all.quotes());
        List<Article> articles = set.articleSet().readBy(new ArticleReader());
        Path indexes = Files.createTempDirectory("verbatim-calibration");
        try (LuceneIndex whole = LuceneIndex.open(indexes.resolve("whole"), vectors);
                LuceneIndex half = LuceneIndex.open(indexes.resolve("half"), vectors)) {
            Evaluation.publish(articles, whole);
            Evaluation.publish(everyNth(2, articles), half);
            return new ConfidenceExamples(set, articles, whole, half, rerankers).all();
        } finally {
            FileSystemUtils.deleteRecursively(indexes);
        }
    }

    private List<SourceQuestion> sampled(List<SourceQuestion> questions) {
        return everyNth(Math.max(1, Math.ceilDiv(questions.size(), limit)), questions);
    }

    private static <T> List<T> everyNth(int n, List<T> all) {
        return IntStream.range(0, all.size()).filter(i -> i % n == 0).mapToObj(all::get).toList();
    }
}
