package dev.verbatim.evaluation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.evaluation.Evaluation.Report;
import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import dev.verbatim.evaluation.EvaluationReport.Latency;
import dev.verbatim.evaluation.SummaryEvaluation.SummaryReport.Scored;
import dev.verbatim.evaluation.SummaryEvaluation.SummaryReport.Scores;
import dev.verbatim.summary.Summarizer;
import dev.verbatim.summary.Summary;
import dev.verbatim.summary.Summary.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An evaluation of summaries against those that people wrote.
///
/// The first sentences of each article are scored in the same way, because for news that baseline
/// is hard to beat, and a score alone says little.
final class SummaryEvaluation {

    private static final Logger LOG = LoggerFactory.getLogger(SummaryEvaluation.class);
    private static final int SENTENCES = 3;
    private static final int LOG_INTERVAL = 50;

    private final Summarizer summarizer;
    private final ArticleReader reader = new ArticleReader();

    SummaryEvaluation(Summarizer summarizer) {
        this.summarizer = summarizer;
    }

    /// Evaluates the articles of a file of JSON lines: `{"id", "title"?, "text" or "sentences",
    /// "reference_summary"}`.
    ///
    /// @throws UnusableInputException when the file can't be used
    /// @throws IOException when it can't be read
    SummaryReport run(Path file) throws IOException {
        List<SourceSummary> sources = JsonLinesRecord.readAll(file, SourceSummary::from);
        List<SummarizedArticle> summarized = new ArrayList<>();
        for (SourceSummary source : sources) {
            summarized.add(summarize(source));
            if (summarized.size() % LOG_INTERVAL == 0) {
                LOG.info("summed up {} of {} articles", summarized.size(), sources.size());
            }
        }
        return new SummaryReport(
                summarized.size(),
                SENTENCES,
                Scores.of(summarized.stream().map(SummarizedArticle::summary).toList()),
                Scores.of(summarized.stream().map(SummarizedArticle::lead).toList()),
                share(summarized.stream().flatMap(article -> article.verbatim().stream()).toList()),
                Latency.of(summarized.stream().mapToLong(SummarizedArticle::nanos).toArray()));
    }

    private static OptionalDouble share(List<Boolean> all) {
        return all.stream().mapToDouble(one -> one ? 1 : 0).average();
    }

    /// The scores of an article's summary and of its first sentences.
    ///
    /// @param verbatim for each sentence of the summary, whether it is verbatim
    private record SummarizedArticle(
            Scored summary, Scored lead, List<Boolean> verbatim, long nanos) {}

    private SummarizedArticle summarize(SourceSummary source) {
        Article article = source.article().readBy(reader);
        List<String> reference = sentences(source.reference().readBy(reader));
        // Not timed: the sentences of a served article already have their vectors.
        summarizer.summarize(article, SENTENCES);
        long start = System.nanoTime();
        Summary summary = summarizer.summarize(article, SENTENCES);
        long nanos = System.nanoTime() - start;
        return new SummarizedArticle(
                scored(summary, reference),
                scored(lead(article), reference),
                summary.sentences().stream().map(one -> isVerbatim(one, source.article())).toList(),
                nanos);
    }

    private static List<String> sentences(Article article) {
        return article.paragraphs().stream()
                .map(Paragraph::sentences)
                .flatMap(List::stream)
                .map(span -> span.of(article.text()))
                .toList();
    }

    private static Scored scored(Summary summary, List<String> reference) {
        List<String> sentences = summary.sentences().stream().map(Sentence::text).toList();
        return new Scored(Rouge.of(sentences, reference), summary.dangles());
    }

    private static Summary lead(Article article) {
        List<Sentence> lead = new ArrayList<>();
        for (int number = 1; number <= article.paragraphs().size(); number++) {
            for (TextSpan span : article.paragraphs().get(number - 1).sentences()) {
                lead.add(new Sentence(new Passage(article, number, span), null));
            }
        }
        return new Summary(article, lead.subList(0, Math.min(SENTENCES, lead.size())));
    }

    private static boolean isVerbatim(Sentence sentence, SourceArticle source) {
        return source.text().startsWith(sentence.text(), sentence.passage().span().start());
    }

    /// An article and the summary that a person wrote of it.
    private record SourceSummary(SourceArticle article, SourceArticle reference) {

        static SourceSummary from(JsonLinesRecord line) {
            String id = line.text("id");
            String title = line.has("title") ? line.text("title") : "";
            SourceArticle article =
                    line.has("sentences")
                            ? SourceArticle.ofParagraphs(id, title, line.texts("sentences"))
                            : SourceArticle.ofText(id, title, line.text("text"));
            SourceArticle reference = SourceArticle.ofText(id, "", line.text("reference_summary"));
            if (article.text().isBlank() || reference.text().isBlank()) {
                throw line.unusable(
                        "\"" + id + "\" has no words to sum up or to compare with",
                        "Write both the article and its \"reference_summary\"");
            }
            return new SourceSummary(article, reference);
        }
    }

    /// The measures of an evaluation of summaries. As JSON it is one object with the fields in this
    /// order; a mean of nothing is `null`.
    ///
    /// @param articles how many were summed up
    /// @param sentences how many sentences a summary has at most
    /// @param lead the same scores for as many first sentences of each article
    /// @param verbatimShare of the sentences shown, the share that is in the source character for
    ///   character; anything but 1 is a bug
    record SummaryReport(
            int articles,
            int sentences,
            @JsonUnwrapped Scores scores,
            Scores lead,
            OptionalDouble verbatimShare,
            @JsonUnwrapped Latency latency)
            implements Report {

        /// How good summaries are, each measure a mean.
        ///
        /// @param danglingShare of the summaries, the share with a sentence that refers back to one
        ///   that isn't shown
        record Scores(
                OptionalDouble rouge1,
                OptionalDouble rouge2,
                OptionalDouble rougeL,
                OptionalDouble danglingShare) {

            static Scores of(List<Scored> summaries) {
                return new Scores(
                        mean(summaries, one -> one.rouge().rouge1()),
                        mean(summaries, one -> one.rouge().rouge2()),
                        mean(summaries, one -> one.rouge().rougeL()),
                        mean(summaries, one -> one.dangles() ? 1 : 0));
            }

            private static OptionalDouble mean(List<Scored> all, ToDoubleFunction<Scored> value) {
                return all.stream().mapToDouble(value).average();
            }
        }

        /// A summary's similarity to the reference, and whether it dangles.
        record Scored(Rouge rouge, boolean dangles) {}
    }
}
