package dev.verbatim.answer;

import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.library.Library;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.reader.ReaderSettings;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.lucene.LuceneIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/// The whole pipeline of a question as in production: library, encoder, index, reader and answerer,
/// with the given articles only.
final class AnswerPipeline implements AutoCloseable {

    private static final Path SEED = Path.of("content", "nato-allies-two-day-meeting.md");
    private static final Path CHINESE =
            Path.of("src/test/resources/dev/verbatim/answer/chinese/ferry.md");
    private static final Path NEWS = Path.of("src/test/resources/dev/verbatim/answer/news");

    private final Path folder;
    private final VectorCache vectors;
    private final LuceneIndex index;
    private final Library library;
    private final PassageReader reader;
    private final Answerer answerer;
    private final List<Article> published = new CopyOnWriteArrayList<>();

    private AnswerPipeline(Path folder, List<Path> files, boolean reading)
            throws IOException, InterruptedException {
        this.folder = folder;
        Path content = Files.createDirectory(folder.resolve("content"));
        for (Path file : files) {
            Files.copy(file, content.resolve(file.getFileName()));
        }
        vectors =
                VectorCache.open(
                        folder.resolve("vectors.db"), Encoder.load(folder.resolve("native")));
        index = LuceneIndex.open(folder.resolve("index"), vectors);
        library = new Library(content, Clock.systemUTC(), this::take);
        library.start();
        library.awaitSettled();
        reader = PassageReader.open(ReaderSettings.local(reading, ""), folder.resolve("native"));
        answerer = new Answerer(index, new Reranker(reader), ConfidenceThreshold.BALANCED);
    }

    private void take(ContentChange change) {
        index.accept(change);
        if (change instanceof ContentChange.Published(Article article)) {
            published.add(article);
        }
    }

    Answer ask(String question) {
        return answerer.answer(Question.of(question));
    }

    /// The answer to a question after a dialogue.
    Answer ask(List<String> earlier, String question) {
        DialogueContext context = DialogueContext.NONE;
        for (String one : earlier) {
            context = answerer.answer(Question.of(one), context).context();
        }
        return ask(context, question);
    }

    Answer ask(DialogueContext context, String question) {
        return answerer.answer(Question.of(question), context).answer();
    }

    /// The only one, or the first that was read.
    Article article() {
        return published.getFirst();
    }

    Article article(String id) {
        return published.stream()
                .filter(article -> article.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no article " + id));
    }

    /// The words of a paragraph of the only article, counted from 1.
    String paragraph(int number) {
        return paragraph(article(), number);
    }

    static String paragraph(Article article, int number) {
        return article.paragraphs().get(number - 1).span().of(article.text());
    }

    @Override
    public void close() throws IOException {
        library.close();
        reader.close();
        index.close();
        vectors.close();
        vectors.encoder().close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /// Answers from the first article.
    static final class Seed extends Opened {
        Seed() {
            super("seed", true);
        }

        @Override
        List<Path> files() {
            return List.of(SEED);
        }
    }

    /// The same with the reader off.
    static final class Unread extends Opened {
        Unread() {
            super("unread", false);
        }

        @Override
        List<Path> files() {
            return List.of(SEED);
        }
    }

    /// Answers from five articles of news, with the first one beside them.
    static final class News extends Opened {
        News() {
            super("news", true);
        }

        @Override
        List<Path> files() throws IOException {
            try (Stream<Path> news = Files.list(NEWS)) {
                return Stream.concat(Stream.of(SEED), news).toList();
            }
        }
    }

    /// Answers from an article in Chinese.
    static final class Chinese extends Opened {
        Chinese() {
            super("chinese", true);
        }

        @Override
        List<Path> files() {
            return List.of(CHINESE);
        }
    }

    /// Answers from long reports in two languages, with the first article beside them.
    static final class Reports extends Opened {
        Reports() {
            super("reports", true);
        }

        @Override
        List<Path> files() throws IOException {
            try (Stream<Path> reports = Files.list(NEWS.resolveSibling("reports"))) {
                return Stream.concat(Stream.of(SEED), reports.sorted()).toList();
            }
        }
    }

    /// Opens one bot for all tests that want it.
    abstract static class Opened implements ParameterResolver {

        private final String name;
        private final boolean reading;

        Opened(String name, boolean reading) {
            this.name = name;
            this.reading = reading;
        }

        abstract List<Path> files() throws IOException;

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().equals(AnswerPipeline.class);
        }

        @Override
        public AnswerPipeline resolveParameter(
                ParameterContext parameter, ExtensionContext context) {
            var store = context.getRoot().getStore(Namespace.create(AnswerPipeline.class));
            return Objects.requireNonNull(
                    store.computeIfAbsent(name, _ -> open(), AnswerPipeline.class));
        }

        private AnswerPipeline open() {
            try {
                return new AnswerPipeline(Files.createTempDirectory(name), files(), reading);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted while the articles were read", e);
            }
        }
    }
}
