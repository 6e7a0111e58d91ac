package dev.verbatim.evaluation;

import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import dev.verbatim.article.library.Submission;
import dev.verbatim.evaluation.Evaluation.Report;
import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An evaluation of what is taken of web pages, by the measure of the article extraction benchmark
/// (scrapinghub/article-extraction-benchmark): the runs of four words of the taken and of the
/// marked text are compared as multisets, page by page.
final class PageEvaluation {

    private static final JsonMapper JSON = new JsonMapper();

    private final ArticleReader reader = new ArticleReader();

    /// Evaluates the pages of a folder: `html/ID.html.gz`, and `ground-truth.json` with `{"ID":
    /// {"articleBody"}…}`.
    ///
    /// @throws UnusableInputException when the folder can't be used
    /// @throws IOException when a file of it can't be read
    PageReport run(Path folder) throws IOException {
        List<EvaluatedPage> pages = new ArrayList<>();
        for (Map.Entry<String, JsonNode> marked :
                markedPages(folder.resolve("ground-truth.json")).properties()) {
            Path file = folder.resolve("html").resolve(marked.getKey() + ".html.gz");
            String body = marked.getValue().path("articleBody").asString("");
            pages.add(EvaluatedPage.of(article(file), body));
        }
        return PageReport.of(pages);
    }

    private static JsonNode markedPages(Path file) throws IOException {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new UnusableInputException(file + " does not exist.");
        } catch (JacksonException e) {
            throw new UnusableInputException(file + " is not JSON.");
        }
    }

    private @Nullable Article article(Path file) throws IOException {
        return switch (reader.read(Path.of("page.html"), bytes(file))) {
            case ReadResult.Read(Article article, _) -> article;
            case ReadResult.Refused _ -> null;
        };
    }

    // At most one byte more than is read: the reader refuses such a page.
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readNBytes(Submission.MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new UnusableInputException(file + " does not exist.");
        }
    }

    /// The runs of four words of a text, and how often it has each. A shorter text is one run.
    private record Shingles(Map<List<String>, Integer> counts) {

        private static final int LENGTH = 4;
        private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]++");

        static Shingles of(String text) {
            List<String> words = WORD.matcher(text).results().map(MatchResult::group).toList();
            Map<List<String>, Integer> counts = new HashMap<>();
            for (int at = 0; at < Math.max(1, words.size() - LENGTH + 1); at++) {
                int end = Math.min(at + LENGTH, words.size());
                counts.merge(words.subList(at, end), 1, Integer::sum);
            }
            return new Shingles(counts);
        }

        int size() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        int common(Shingles other) {
            return counts.entrySet().stream()
                    .mapToInt(one -> Math.min(one.getValue(), other.count(one.getKey())))
                    .sum();
        }

        private int count(List<String> shingle) {
            return counts.getOrDefault(shingle, 0);
        }
    }

    /// What was taken of a page, compared with what people marked.
    ///
    /// @param paragraphs taken that are long enough to tell whose they are
    /// @param foreign of those, how many are mostly not marked
    private record EvaluatedPage(
            double precision,
            double recall,
            int paragraphs,
            int foreign,
            boolean dated,
            boolean signed) {

        // Eight words: five runs of four.
        private static final int LONG = 5;

        static EvaluatedPage of(@Nullable Article article, String marked) {
            Shingles wanted = Shingles.of(marked);
            Shingles taken = Shingles.of(article == null ? "" : article.text());
            int common = taken.common(wanted);
            List<Shingles> paragraphs = article == null ? List.of() : longParagraphs(article);
            return new EvaluatedPage(
                    (double) common / taken.size(),
                    (double) common / wanted.size(),
                    paragraphs.size(),
                    (int) paragraphs.stream().filter(one -> isForeign(one, wanted)).count(),
                    article != null && article.publication().published() != null,
                    article != null && article.publication().author() != null);
        }

        private static List<Shingles> longParagraphs(Article article) {
            return article.paragraphs().stream()
                    .map(Paragraph::span)
                    .map(span -> Shingles.of(span.of(article.text())))
                    .filter(paragraph -> paragraph.size() >= LONG)
                    .toList();
        }

        private static boolean isForeign(Shingles paragraph, Shingles wanted) {
            return 2 * paragraph.common(wanted) < paragraph.size();
        }

        double f1() {
            return EvaluatedPage.f1(precision, recall);
        }

        static double f1(double precision, double recall) {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    /// The measures of an evaluation of pages. As JSON it is one object with the fields in this
    /// order; a mean of nothing is `null`.
    ///
    /// @param f1 the harmonic mean of precision and recall, which are means over all pages
    /// @param below50 how many pages have an F1 under .5 of their own
    /// @param foreignParagraphShare of the taken paragraphs of eight words and more, the share of
    ///   which less than half is marked
    /// @param withDate how many pages a date of publication was found for
    /// @param withAuthor how many pages an author was found for
    record PageReport(
            int pages,
            OptionalDouble f1,
            OptionalDouble precision,
            OptionalDouble recall,
            int below50,
            OptionalDouble foreignParagraphShare,
            int withDate,
            int withAuthor)
            implements Report {

        private static final double HALF = 0.5;

        private static PageReport of(List<EvaluatedPage> pages) {
            OptionalDouble precision = mean(pages, EvaluatedPage::precision);
            OptionalDouble recall = mean(pages, EvaluatedPage::recall);
            int paragraphs = pages.stream().mapToInt(EvaluatedPage::paragraphs).sum();
            int foreign = pages.stream().mapToInt(EvaluatedPage::foreign).sum();
            return new PageReport(
                    pages.size(),
                    pages.isEmpty()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(
                                    EvaluatedPage.f1(
                                            precision.getAsDouble(), recall.getAsDouble())),
                    precision,
                    recall,
                    (int) pages.stream().filter(page -> page.f1() < HALF).count(),
                    paragraphs == 0
                            ? OptionalDouble.empty()
                            : OptionalDouble.of((double) foreign / paragraphs),
                    (int) pages.stream().filter(EvaluatedPage::dated).count(),
                    (int) pages.stream().filter(EvaluatedPage::signed).count());
        }

        private static OptionalDouble mean(
                List<EvaluatedPage> pages, ToDoubleFunction<EvaluatedPage> measure) {
            return pages.stream().mapToDouble(measure).average();
        }
    }
}
