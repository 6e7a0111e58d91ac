package dev.verbatim.evaluation;

import dev.verbatim.article.Article;
import dev.verbatim.article.Paragraph;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.evaluation.EvaluationReport.Latency;
import dev.verbatim.evaluation.SummaryReport.Judged;
import dev.verbatim.evaluation.SummaryReport.Scores;
import dev.verbatim.summary.Summarizer;
import dev.verbatim.summary.Summary;
import dev.verbatim.summary.Summary.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sums up articles that people have summed up, and compares.
///
/// The first sentences of each article are compared in the same way, because for news they are hard
/// to beat, and a figure alone says little.
public final class SummaryEvaluation {

    private static final Logger LOG = LoggerFactory.getLogger(SummaryEvaluation.class);
    private static final int SENTENCES = 3;
    private static final int SAY_EVERY = 50;

    private final Summarizer summarizer;
    private final ArticleReader reader = new ArticleReader();

    public SummaryEvaluation(Summarizer summarizer) {
        this.summarizer = summarizer;
    }

    /// Runs it on a set.
    ///
    /// @param file JSON lines, see [SourceSummary]
    /// @throws UnusableInputException when it can't be used
    /// @throws IOException when it can't be read
    public SummaryReport run(Path file) throws IOException {
        List<SourceSummary> sources = JsonLinesRecord.readAll(file, SourceSummary::from);
        List<Trial> trials = new ArrayList<>();
        for (SourceSummary source : sources) {
            trials.add(trial(source));
            if (trials.size() % SAY_EVERY == 0) {
                LOG.info("summed up {} of {} articles", trials.size(), sources.size());
            }
        }
        return new SummaryReport(
                trials.size(),
                SENTENCES,
                Scores.of(trials.stream().map(Trial::summary).toList()),
                Scores.of(trials.stream().map(Trial::lead).toList()),
                share(trials.stream().flatMap(trial -> trial.verbatim().stream()).toList()),
                Latency.of(trials.stream().mapToLong(Trial::nanos).toArray()));
    }

    private static OptionalDouble share(List<Boolean> all) {
        return all.stream().mapToDouble(one -> one ? 1 : 0).average();
    }

    /// @param verbatim whether each sentence is
    private record Trial(Judged summary, Judged lead, List<Boolean> verbatim, long nanos) {}

    private Trial trial(SourceSummary source) {
        Article article = source.article().readBy(reader);
        List<String> reference = sentences(source.reference().readBy(reader));
        // Once before, because the sentences of a served article have their vectors already.
        summarizer.summarize(article, SENTENCES);
        long start = System.nanoTime();
        Summary summary = summarizer.summarize(article, SENTENCES);
        long nanos = System.nanoTime() - start;
        return new Trial(
                judged(summary, reference),
                judged(lead(article), reference),
                summary.sentences().stream().map(one -> isIn(source.article(), one)).toList(),
                nanos);
    }

    private static List<String> sentences(Article article) {
        return article.paragraphs().stream()
                .map(Paragraph::sentences)
                .flatMap(List::stream)
                .map(span -> span.of(article.text()))
                .toList();
    }

    private static Judged judged(Summary summary, List<String> reference) {
        List<String> sentences = summary.sentences().stream().map(Sentence::text).toList();
        return new Judged(Rouge.of(sentences, reference), summary.dangles());
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

    private static boolean isIn(SourceArticle source, Sentence sentence) {
        return source.text().startsWith(sentence.text(), sentence.passage().span().start());
    }
}
