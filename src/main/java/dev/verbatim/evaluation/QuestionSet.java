package dev.verbatim.evaluation;

import dev.verbatim.answer.AnswerDecision;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.evaluation.Evaluation.Plan;
import dev.verbatim.evaluation.Evaluation.QuestionFile;
import dev.verbatim.evaluation.Evaluation.Scope;
import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import dev.verbatim.evaluation.QuoteAttribution.SourceQuote;
import dev.verbatim.retrieval.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A set to evaluate with, read from a folder of JSON lines: articles (`articles.jsonl`), questions
/// with their answers (`questions.jsonl`), and quotations with their speakers (`quotes.jsonl`). One
/// of the last two may be missing.
///
/// @param articleSet the articles to index
record QuestionSet(
        ArticleSet articleSet, List<SourceQuestion> questions, List<SourceQuote> quotes) {

    private static final Logger LOG = LoggerFactory.getLogger(QuestionSet.class);
    private static final int LOG_INTERVAL = 200;

    QuestionSet {
        questions = List.copyOf(questions);
        quotes = List.copyOf(quotes);
    }

    /// Reads the set of a plan.
    ///
    /// @throws UnusableInputException when a file or a line can't be used
    static QuestionSet read(Plan plan) throws IOException {
        Path questions = plan.folder().resolve("questions.jsonl");
        Path quotes = plan.folder().resolve("quotes.jsonl");
        if (!Files.exists(questions) && !Files.exists(quotes)) {
            throw new UnusableInputException(
                    plan.folder() + " has neither questions.jsonl nor quotes.jsonl.");
        }
        ArticleSet articleSet = articleSet(plan.folder().resolve("articles.jsonl"));
        return new QuestionSet(
                articleSet.restrictedTo(ids(plan.indexOnly())),
                questions(plan.questions(), readIfExists(questions, SourceQuestion::from)).stream()
                        .limit(plan.limit())
                        .toList(),
                readIfExists(quotes, line -> SourceQuote.from(line, articleSet)));
    }

    /// The set's own questions, or those of a file. One with the id of one of the set's own is
    /// answered by what answers that one.
    private static List<SourceQuestion> questions(
            @Nullable QuestionFile others, List<SourceQuestion> own) throws IOException {
        if (others == null) {
            return own;
        }
        Map<String, SourceQuestion> byId = new HashMap<>();
        own.stream()
                .filter(question -> !question.id().isEmpty())
                .forEach(question -> byId.put(question.id(), question));
        return JsonLinesRecord.readAll(others.file(), SourceQuestion::from).stream()
                .filter(others::includes)
                .map(question -> byId.getOrDefault(question.id(), question).inWordsOf(question))
                .toList();
    }

    private static ArticleSet articleSet(Path file) throws IOException {
        return new ArticleSet(JsonLinesRecord.readAll(file, SourceArticle::from));
    }

    private static @Nullable Set<String> ids(@Nullable Path file) throws IOException {
        return file == null
                ? null
                : Set.copyOf(JsonLinesRecord.readAll(file, line -> line.text("article_id")));
    }

    private static <T> List<T> readIfExists(Path file, Function<JsonLinesRecord, T> mapper)
            throws IOException {
        return Files.exists(file) ? JsonLinesRecord.readAll(file, mapper) : List.of();
    }

    /// Asks the questions one after the other and measures the time of each.
    ///
    /// @param answerer under evaluation
    List<EvaluatedQuestion> ask(Scope scope, Function<Question, AnswerDecision> answerer) {
        List<EvaluatedQuestion> evaluated = new ArrayList<>();
        for (SourceQuestion question : questions) {
            Question asked = new Question(question.text(), scope.of(question));
            long start = System.nanoTime();
            AnswerDecision decision = answerer.apply(asked);
            long nanos = System.nanoTime() - start;
            evaluated.add(new EvaluatedQuestion(question, isAnswerable(question), decision, nanos));
            if (evaluated.size() % LOG_INTERVAL == 0) {
                LOG.info("asked {} of {} questions", evaluated.size(), questions.size());
            }
        }
        return evaluated;
    }

    // An article that isn't indexed can't answer: the question is off topic.
    private boolean isAnswerable(SourceQuestion question) {
        return question.answerable()
                && (question.articleId().isEmpty() || articleSet.contains(question.articleId()));
    }

    List<SourceQuote> quotesIn(String articleId) {
        return quotes.stream().filter(quote -> quote.articleId().equals(articleId)).toList();
    }

    /// The articles of a set by their ids, in the order of its file.
    static final class ArticleSet {

        private final Map<String, SourceArticle> byId = new LinkedHashMap<>();

        ArticleSet(Collection<SourceArticle> articles) {
            for (SourceArticle article : articles) {
                if (byId.put(article.id(), article) != null) {
                    throw new UnusableInputException(
                            "articles.jsonl has the article_id \""
                                    + article.id()
                                    + "\" twice. Give each article its own.");
                }
            }
        }

        Collection<SourceArticle> all() {
            return byId.values();
        }

        /// The articles as a reader divides them into paragraphs and passages.
        List<Article> readBy(ArticleReader reader) {
            return all().stream().map(article -> article.readBy(reader)).toList();
        }

        boolean contains(String articleId) {
            return byId.containsKey(articleId);
        }

        Optional<SourceArticle> find(String articleId) {
            return Optional.ofNullable(byId.get(articleId));
        }

        /// The source of the article that a passage claims to be from.
        SourceArticle sourceOf(Passage passage) {
            return find(passage.article().id())
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "not an article of this set: " + passage));
        }

        /// The articles with one of the ids; all when `ids` is null.
        ArticleSet restrictedTo(@Nullable Set<String> ids) {
            return ids == null
                    ? this
                    : new ArticleSet(
                            all().stream().filter(article -> ids.contains(article.id())).toList());
        }
    }
}
