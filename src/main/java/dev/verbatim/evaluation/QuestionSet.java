package dev.verbatim.evaluation;

import dev.verbatim.evaluation.Evaluation.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A folder of JSON lines: the articles (`articles.jsonl`), the questions with their answers
/// (`questions.jsonl`), and the quotations with their sources (`quotes.jsonl`). One of the last two
/// may be missing.
///
/// @param articleSet the articles that are to be indexed
record QuestionSet(
        ArticleSet articleSet, List<SourceQuestion> questions, List<SourceQuote> quotes) {

    QuestionSet {
        questions = List.copyOf(questions);
        quotes = List.copyOf(quotes);
    }

    /// Reads what a plan is about.
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
                articleSet.only(ids(plan.indexOnly())),
                readIfThere(questions, SourceQuestion::from).stream().limit(plan.limit()).toList(),
                readIfThere(quotes, line -> SourceQuote.from(line, articleSet)));
    }

    private static ArticleSet articleSet(Path file) throws IOException {
        return new ArticleSet(JsonLinesRecord.readAll(file, SourceArticle::from));
    }

    private static @Nullable Set<String> ids(@Nullable Path file) throws IOException {
        return file == null
                ? null
                : Set.copyOf(JsonLinesRecord.readAll(file, line -> line.text("article_id")));
    }

    private static <T> List<T> readIfThere(Path file, Function<JsonLinesRecord, T> reading)
            throws IOException {
        return Files.exists(file) ? JsonLinesRecord.readAll(file, reading) : List.of();
    }

    List<SourceQuote> quotesIn(String articleId) {
        return quotes.stream().filter(quote -> quote.articleId().equals(articleId)).toList();
    }
}
