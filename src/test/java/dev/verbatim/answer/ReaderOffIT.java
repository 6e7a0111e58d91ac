package dev.verbatim.answer;

import static dev.verbatim.answer.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// With the reader off, retrieval alone answers the first article's questions: just as verbatim,
/// and no worse than before there was a reader.
@ExtendWith(AnswerPipeline.Unread.class)
@Execution(ExecutionMode.CONCURRENT)
class ReaderOffIT {

    private static final List<Judgment> TABLE = Judgment.table();

    /// The rows RIGHT of `seed-questions.txt` in the commit before the reader (c06273e^), when the
    /// table had as many questions as now.
    private static final int RIGHT_BEFORE_THE_READER = 85;

    /// Its rows HONEST.
    private static final int HONEST_BEFORE_THE_READER = 47;

    private final AnswerPipeline pipeline;

    ReaderOffIT(AnswerPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @ParameterizedTest
    @MethodSource("table")
    void everyShownPassageIsVerbatim(Judgment judgment) {
        assertThat(pipeline.ask(judgment.question())).isVerbatimFrom(pipeline.article());
    }

    @Test
    void answersAsManyAsBeforeTheReader() {
        assertThat(TABLE.stream().filter(Judgment::isAnswerable).filter(this::isRight))
                .hasSizeGreaterThanOrEqualTo(RIGHT_BEFORE_THE_READER);
    }

    @Test
    void abstainsAsOftenAsBeforeTheReader() {
        assertThat(TABLE.stream().filter(judgment -> !judgment.isAnswerable()))
                .filteredOn(
                        judgment -> !(pipeline.ask(judgment.question()) instanceof Answer.Found))
                .hasSizeGreaterThanOrEqualTo(HONEST_BEFORE_THE_READER);
    }

    @Test
    void answersWithTheSpeakersName() {
        Answer answer = pipeline.ask("What does Smith say about loose talk?");

        assertThat(answer).citesParagraph(18).saidBy("Julianne Smith");
    }

    @Test
    void abstainsOnAnUnrelatedQuestion() {
        assertThat(pipeline.ask("Who won the football match on Saturday?")).isHonestNo();
    }

    private boolean isRight(Judgment judgment) {
        return judgment.outcome(pipeline.ask(judgment.question())) == Judgment.Expected.RIGHT;
    }

    static Stream<Judgment> table() {
        return TABLE.stream();
    }
}
