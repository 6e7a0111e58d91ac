package dev.verbatim.evaluation;

import dev.verbatim.evaluation.Evaluation.Plan;
import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A set to evaluate with, read from a folder of JSON lines: articles (`articles.jsonl`), questions
/// with their answers (`questions.jsonl`), and quotations with their speakers (`quotes.jsonl`). One
/// of the last two may be missing.
///
/// @param articleSet the articles to index
record QuestionSet(
        ArticleSet articleSet, List<SourceQuestion> questions, List<SourceQuote> quotes) {

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
                readIfExists(questions, SourceQuestion::from).stream().limit(plan.limit()).toList(),
                readIfExists(quotes, line -> SourceQuote.from(line, articleSet)));
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

    List<SourceQuote> quotesIn(String articleId) {
        return quotes.stream().filter(quote -> quote.articleId().equals(articleId)).toList();
    }
}
