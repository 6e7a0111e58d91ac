package dev.verbatim.cli;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.answer.Reranker;
import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.library.Library;
import dev.verbatim.evaluation.Evaluation;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.group.threads.Disentangler;
import dev.verbatim.quotation.QuotationChecker;
import dev.verbatim.quotation.SecondSource;
import dev.verbatim.retrieval.PassageIndex;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.summary.Summarizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/// The application that a command runs on: started when the command needs a part of it, and closed
/// with the command.
final class LazyApplication implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LazyApplication.class);

    private static final Pattern BOT_ID = Pattern.compile("(\\d{1,18}):");

    private final Supplier<ConfigurableApplicationContext> starter;
    private @Nullable ConfigurableApplicationContext context;

    LazyApplication(Supplier<ConfigurableApplicationContext> starter) {
        this.starter = starter;
    }

    /// The answerer over all articles. Waits until the content folder has been read.
    Answerer answerer() throws InterruptedException {
        // First, so that its networks are loaded while the articles are read.
        Answerer answerer = context().getBean(Answerer.class);
        if (servedArticles().isEmpty()) {
            LOG.warn("No article is served: put .md, .txt or .html files into the content folder.");
        }
        return answerer;
    }

    /// The generator of catch-ups, which offers passages of all articles. Waits like [#answerer].
    CatchupGenerator catchupGenerator() throws InterruptedException {
        return new CatchupGenerator(
                new Disentangler(Disentangler.BALANCED),
                answerer(),
                context().getBean(PassageRetriever.class));
    }

    /// The checker of quotations from the articles that are served by now.
    QuotationChecker quotationChecker() {
        return new QuotationChecker(context().getBean(PassageRetriever.class));
    }

    /// What another of the articles that are served by now answers to the same question.
    Optional<Answer.Found> secondSource(String question, Answer answer) {
        return new SecondSource(
                        context().getBean(Answerer.class),
                        context().getBean(PassageRetriever.class))
                .find(question, answer, _ -> true);
    }

    /// An answer as a person reads it, with what another article answers.
    String text(String question, Answer answer) {
        return answerText().format(answer, secondSource(question, answer));
    }

    /// A chat at the terminal. Waits like [#answerer].
    InteractivePrompt prompt(StandardStreams streams) throws InterruptedException {
        Answerer answerer = answerer();
        return new InteractivePrompt(
                articleRequests(),
                question -> text(question, answerer.answer(Question.of(question))),
                answerText(),
                streams);
    }

    /// The articles that are served. Waits until the content folder has been read.
    List<ArticleInfo> servedArticles() throws InterruptedException {
        Library library = context().getBean(Library.class);
        library.awaitSettled();
        return library.articles();
    }

    /// A replier to requests for what is known of the articles. Waits like [#answerer].
    ArticleRequestText articleRequests() throws InterruptedException {
        Library library = context().getBean(Library.class);
        library.awaitSettled();
        return new ArticleRequestText(
                library, context().getBean(PassageRetriever.class), summarizer(), answerText());
    }

    /// The article with an id.
    Optional<Article> article(String id) {
        return context().getBean(PassageRetriever.class).article(id);
    }

    Summarizer summarizer() {
        return context().getBean(Summarizer.class);
    }

    Evaluation evaluation() {
        return new Evaluation(
                context().getBean(PassageIndex.Opener.class),
                context().getBean(Reranker.class),
                context().getBean(ConfidenceThreshold.class));
    }

    /// A formatter in the language of the system's user.
    AnswerText answerText() {
        return new AnswerText(messages(), TerminalStyle.forProcess());
    }

    /// The messages in the language of the system's user.
    MessageCatalog messages() {
        return MessageCatalog.in(Locale.getDefault());
    }

    /// The bot's id on Telegram, with which its token begins; empty without a token.
    Optional<Long> botId() {
        String token = setting("verbatim.telegram.token");
        return Optional.of(BOT_ID.matcher(token))
                .filter(Matcher::lookingAt)
                .map(id -> Long.valueOf(id.group(1)));
    }

    /// A setting's value; empty when it isn't set.
    String setting(String name) {
        return context().getEnvironment().getProperty(name, "");
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
