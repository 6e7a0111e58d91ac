package dev.verbatim.evaluation;

import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.Reranker;
import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.evaluation.EvaluationReport.Answers;
import dev.verbatim.evaluation.EvaluationReport.Speakers;
import dev.verbatim.evaluation.PageEvaluation.PageReport;
import dev.verbatim.evaluation.SummaryEvaluation.SummaryReport;
import dev.verbatim.retrieval.PassageIndex;
import dev.verbatim.summary.Summarizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// An evaluation of answers: indexes the articles of a set in a temporary folder, asks its
/// questions, and measures how well they are answered.
///
/// Questions are asked one at a time, as users would ask them, so that the latencies mean
/// something.
public final class Evaluation {

    private static final Logger LOG = LoggerFactory.getLogger(Evaluation.class);

    private final PassageIndex.Opener indexes;
    private final Reranker reranker;
    private final ConfidenceThreshold confidenceThreshold;
    private final ArticleReader articles = new ArticleReader();

    public Evaluation(
            PassageIndex.Opener indexes,
            Reranker reranker,
            ConfidenceThreshold confidenceThreshold) {
        this.indexes = indexes;
        this.reranker = reranker;
        this.confidenceThreshold = confidenceThreshold;
    }

    /// Runs a plan.
    ///
    /// @throws UnusableInputException when a file of the set can't be used
    /// @throws IOException when one can't be read, or the index can't be written
    public Report run(Plan plan) throws IOException {
        return run(plan, _ -> {});
    }

    /// The same, and reports each question that isn't answered as it should be.
    ///
    /// @param errors takes each error, to be written as JSON for reading
    public Report run(Plan plan, Consumer<Record> errors) throws IOException {
        QuestionSet set = QuestionSet.read(plan);
        List<Article> articles = set.articleSet().readBy(this.articles);
        List<EvaluatedQuestion> asked =
                set.questions().isEmpty() ? List.of() : ask(plan.scope(), set, articles);
        asked.stream()
                .flatMap(one -> AnswerError.of(one, set.articleSet()).stream())
                .forEach(errors);
        return new EvaluationReport(
                asked.isEmpty() ? null : Answers.of(asked, set.articleSet()),
                Answers.byLanguage(asked, set.articleSet()),
                articles.stream().mapToInt(article -> article.passages().size()).sum(),
                set.questions().size(),
                set.quotes().isEmpty() ? null : speakers(set, articles));
    }

    /// Evaluates disentanglement and catch-ups on annotated chats.
    ///
    /// @param file JSON lines, see [ChatLog]
    /// @throws UnusableInputException when it can't be used
    /// @throws IOException when it can't be read
    public static Report ofChats(Path file) throws IOException {
        return new ChatEvaluation().run(file);
    }

    /// Evaluates summaries against those that people wrote.
    ///
    /// @param file JSON lines, see [SummaryEvaluation]
    /// @throws UnusableInputException when it can't be used
    /// @throws IOException when it can't be read
    public static Report ofSummaries(Path file, Summarizer summarizer) throws IOException {
        return new SummaryEvaluation(summarizer).run(file);
    }

    /// Evaluates what is taken of web pages whose articles people marked.
    ///
    /// @param folder holds the pages, see [PageEvaluation]
    /// @throws UnusableInputException when it can't be used
    /// @throws IOException when a file of it can't be read
    public static Report ofPages(Path folder) throws IOException {
        return new PageEvaluation().run(folder);
    }

    private List<EvaluatedQuestion> ask(Scope scope, QuestionSet set, List<Article> articles)
            throws IOException {
        Path directory = Files.createTempDirectory("verbatim-evaluation");
        try (PassageIndex index = indexes.openTemporary(directory)) {
            publish(articles, index);
            Answerer answerer = new Answerer(index, reranker, confidenceThreshold);
            return set.ask(scope, answerer::decide);
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    static void publish(List<Article> articles, PassageIndex index) {
        for (int i = 0; i < articles.size(); i++) {
            index.accept(new ContentChange.Published(articles.get(i)));
            if (i % 20 == 19) {
                LOG.info("indexed {} of {} articles", i + 1, articles.size());
            }
        }
        index.accept(
                new ContentChange.Settled(
                        articles.stream().map(Article::id).collect(Collectors.toSet())));
    }

    private static Speakers speakers(QuestionSet set, List<Article> articles) {
        return Speakers.of(
                articles.stream().flatMap(article -> attributions(set, article)).toList());
    }

    private static Stream<QuoteAttribution> attributions(QuestionSet set, Article article) {
        return set.quotesIn(article.id()).stream()
                .map(quote -> QuoteAttribution.of(quote, article.quotations()));
    }

    /// A set to evaluate, and how.
    ///
    /// @param folder holds the set
    /// @param limit how many questions to ask at most, starting with the first
    /// @param indexOnly a file that names the articles to index; questions about others count as
    ///   not answerable
    /// @param questions asked instead of the folder's own; null for those
    public record Plan(
            Path folder,
            Scope scope,
            int limit,
            @Nullable Path indexOnly,
            @Nullable QuestionFile questions) {

        /// Asks the folder's own questions.
        public Plan(Path folder, Scope scope, int limit, @Nullable Path indexOnly) {
            this(folder, scope, limit, indexOnly, null);
        }
    }

    /// A file with other questions about the articles of a set, perhaps in other languages.
    ///
    /// @param language of the questions to ask, where the file says it; null for all
    public record QuestionFile(Path file, @Nullable String language) {

        boolean includes(SourceQuestion question) {
            return language == null
                    || question.language().isEmpty()
                    || question.language().equals(language);
        }
    }

    /// The articles in which a question is searched.
    public enum Scope {
        /// All articles.
        ALL,
        /// Only the article that the question was written for.
        ARTICLE;

        Set<String> of(SourceQuestion question) {
            return this == ARTICLE && !question.articleId().isEmpty()
                    ? Set.of(question.articleId())
                    : Set.of();
        }
    }

    /// The measures of an evaluation, to be written as JSON. Programs rely on the fields and their
    /// order.
    public sealed interface Report
            permits EvaluationReport, ChatReport, SummaryReport, PageReport {}

    /// An exception for a file of the user that can't be used. The message is one line for the
    /// user: where, what is wrong, and what to write instead.
    public static final class UnusableInputException extends RuntimeException {

        public UnusableInputException(String message) {
            super(message);
        }
    }
}
