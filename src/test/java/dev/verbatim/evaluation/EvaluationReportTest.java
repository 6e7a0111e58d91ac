package dev.verbatim.evaluation;

import static dev.verbatim.evaluation.Tea.CUPS;
import static dev.verbatim.evaluation.Tea.HOT;
import static dev.verbatim.evaluation.Tea.LEAF;
import static dev.verbatim.evaluation.Tea.MILK;
import static dev.verbatim.evaluation.Tea.SOURCES;
import static dev.verbatim.evaluation.Tea.question;
import static dev.verbatim.evaluation.Tea.trial;
import static dev.verbatim.evaluation.Tea.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.EvaluationReport.Answers;
import dev.verbatim.evaluation.EvaluationReport.Speakers;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {

    private static final TextSpan FIRST = LEAF.to(HOT);

    /// Three answerable questions, found at rank 1, 2 and never, and two without an answer.
    private final List<EvaluatedQuestion> trials =
            List.of(
                    trial(question(0), verdict(LEAF, 0.9, FIRST, MILK)),
                    trial(question(0), verdict(MILK, 0.6, MILK, FIRST)),
                    trial(question(0), verdict(CUPS, 0.4, CUPS)),
                    trial(question(), verdict(CUPS, 0.7, CUPS)),
                    trial(question(), verdict(CUPS, 0.1, CUPS)));

    @Test
    void rankingIsMeasuredOverTheAnswerable() {
        var retrieval = Answers.of(trials, SOURCES).retrieval();

        assertThat(retrieval.recallAt1()).hasValue(1.0 / 3);
        assertThat(retrieval.recallAt3()).hasValue(2.0 / 3);
        assertThat(retrieval.mrrAt10()).hasValue(0.5);
        // (1 + 1/log2 3 + 0) / 3
        assertThat(retrieval.ndcgAt10().orElseThrow()).isEqualTo(0.5436432512, within(1e-9));
        assertThat(retrieval.sentenceAccuracy()).hasValue(1);
    }

    @Test
    void abstentionIsMeasuredOnBothKinds() {
        var abstention = Answers.of(trials, SOURCES).abstention();

        assertThat(abstention.answeredShare()).hasValue(2.0 / 3);
        assertThat(abstention.falseAnswerShare()).hasValue(0.5);
        // 0.9 beats both, 0.6 and 0.4 beat 0.1 only: 4 of 6
        assertThat(abstention.auroc().orElseThrow()).isEqualTo(4.0 / 6, within(1e-12));
        assertThat(abstention.falseAnswersAt90Kept()).hasValue(0.5);
    }

    @Test
    void withoutUnanswerableQuestionsThereAreNoFalseAnswers() {
        var abstention = Answers.of(trials.subList(0, 3), SOURCES).abstention();

        assertThat(abstention.falseAnswerShare()).isEmpty();
        assertThat(abstention.auroc()).isEmpty();
    }

    @Test
    void latencyIsInMillis() {
        assertThat(Answers.of(trials, SOURCES).latency().millisP50()).hasValue(1);
    }

    @Test
    void speakersAreMeasuredByTypeAndTogether() {
        var direct = new SourceQuote("tea", "direct", List.of(LEAF), List.of(HOT));
        var mixed = new SourceQuote("tea", "mixed", List.of(MILK), List.of(HOT));
        var exams =
                List.of(
                        new SpeakerAttributionMetrics(direct, true, true, true),
                        new SpeakerAttributionMetrics(direct, true, true, false),
                        new SpeakerAttributionMetrics(mixed, true, false, false),
                        new SpeakerAttributionMetrics(mixed, false, false, false));

        var speakers = Speakers.of(exams);

        assertThat(speakers.speakerCoverage())
                .containsEntry("all", OptionalDouble.of(0.5))
                .containsEntry("direct", OptionalDouble.of(1))
                .containsEntry("mixed", OptionalDouble.of(0));
        assertThat(speakers.speakerPrecision())
                .containsEntry("direct", OptionalDouble.of(0.5))
                .containsEntry("mixed", OptionalDouble.empty());
        assertThat(speakers.contentsFound()).containsEntry("all", OptionalDouble.of(0.75));
        assertThat(speakers.quotes()).containsEntry("all", 4).containsEntry("mixed", 2);
    }
}
