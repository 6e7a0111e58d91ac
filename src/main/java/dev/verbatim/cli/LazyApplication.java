package dev.verbatim.cli;

import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.answer.Reranker;
import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.library.Library;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.evaluation.Evaluation;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.group.threads.Disentangler;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.summary.Summarizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/// The application behind a command: started when the first part of it is needed, and closed with
/// the command.
final class LazyApplication implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LazyApplication.class);

    private final Supplier<ConfigurableApplicationContext> starter;
    private @Nullable ConfigurableApplicationContext context;

    LazyApplication(Supplier<ConfigurableApplicationContext> starter) {
        this.starter = starter;
    }

    /// Answers from every article of the content folder: waits until it has been read.
    Answerer answerer() throws InterruptedException {
        if (servedArticles().isEmpty()) {
            LOG.warn("No article is served: put .md, .txt or .html files into the content folder.");
        }
        return context().getBean(Answerer.class);
    }

    /// Sums up conversations, and offers passages of every article.
    CatchupGenerator catchupGenerator() throws InterruptedException {
        return new CatchupGenerator(
                new Disentangler(Disentangler.HIGH_PRECISION),
                answerer(),
                context().getBean(PassageRetriever.class));
    }

    /// What is served, as soon as the content folder has been read.
    List<ArticleInfo> servedArticles() throws InterruptedException {
        Library library = context().getBean(Library.class);
        library.awaitSettled();
        return library.articles();
    }

    /// One of those.
    Optional<Article> article(String id) {
        return context().getBean(PassageRetriever.class).article(id);
    }

    Summarizer summarizer() {
        return context().getBean(Summarizer.class);
    }

    Evaluation evaluation() {
        return new Evaluation(
                context().getBean(VectorCache.class),
                context().getBean(Reranker.class),
                context().getBean(ConfidenceThreshold.class));
    }

    /// Speaks the language of the machine's user.
    AnswerText answerText() {
        return new AnswerText(messages(), TerminalStyle.forProcess());
    }

    /// In the language of the machine's user.
    MessageCatalog messages() {
        return MessageCatalog.in(Locale.getDefault());
    }

    private ConfigurableApplicationContext context() {
        if (context == null) {
            context = starter.get();
        }
        return context;
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
