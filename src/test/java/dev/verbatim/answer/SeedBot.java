package dev.verbatim.answer;

import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.Library;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
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
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/// Everything a question goes through, as it is when the bot is served: the library, the encoder,
/// the index and the answerer. The first article is all there is to ask about, whatever else is in
/// the content folder.
final class SeedBot implements AutoCloseable {

    private static final String SEED = "nato-allies-two-day-meeting.md";

    private final Path folder;
    private final VectorCache vectors;
    private final LuceneIndex index;
    private final Library library;
    private final Answerer answerer;
    private final List<Article> published = new CopyOnWriteArrayList<>();

    private SeedBot(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Path content = Files.createDirectory(folder.resolve("content"));
        Files.copy(Path.of("content", SEED), content.resolve(SEED));
        vectors =
                VectorCache.open(
                        folder.resolve("vectors.db"), Encoder.load(folder.resolve("native")));
        index = LuceneIndex.open(folder.resolve("index"), vectors);
        library = new Library(content, Clock.systemUTC(), this::take);
        library.start();
        library.awaitSettled();
        answerer = new Answerer(index);
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

    /// What somebody gets who asks this after all that.
    Answer ask(List<String> earlier, String question) {
        Context context = Context.NONE;
        for (String one : earlier) {
            context = answerer.answer(Question.of(one), context).context();
        }
        return ask(context, question);
    }

    Answer ask(Context context, String question) {
        return answerer.answer(Question.of(question), context).answer();
    }

    Article article() {
        return published.getFirst();
    }

    /// The words of a paragraph, counted from 1.
    String paragraph(int number) {
        return article().paragraphs().get(number - 1).span().of(article().text());
    }

    @Override
    public void close() throws IOException {
        library.close();
        index.close();
        vectors.close();
        vectors.encoder().close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /// Opens one bot for all tests that want one.
    static final class Opened implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().equals(SeedBot.class);
        }

        @Override
        public SeedBot resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var store = context.getRoot().getStore(Namespace.create(SeedBot.class));
            return Objects.requireNonNull(
                    store.computeIfAbsent(SeedBot.class, _ -> open(), SeedBot.class));
        }

        private static SeedBot open() {
            try {
                return new SeedBot(Files.createTempDirectory("seed"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted while the article was read", e);
            }
        }
    }
}
