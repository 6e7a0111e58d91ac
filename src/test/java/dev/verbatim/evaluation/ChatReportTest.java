package dev.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.verbatim.evaluation.ChatReport.Disentanglement;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChatReportTest {

    /// Two threads of two messages each.
    private static final Map<Long, Set<Long>> TWO_THREADS =
            Map.of(1L, Set.of(1L), 2L, Set.of(1L), 3L, Set.of(3L), 4L, Set.of(3L));

    @Test
    void goldLinksScorePerfectly() {
        var perfect = measured(TWO_THREADS, TWO_THREADS);

        assertThat(perfect.links().linkF()).hasValue(1);
        assertThat(perfect.oneMinusVi().orElseThrow()).isEqualTo(1, within(1e-12));
        assertThat(perfect.exactThreads().exactThreadF()).hasValue(1);
    }

    @Test
    void oneWrongLinkMergesTwoThreads() {
        var merged =
                measured(
                        TWO_THREADS,
                        Map.of(1L, Set.of(1L), 2L, Set.of(1L), 3L, Set.of(2L), 4L, Set.of(3L)));

        assertThat(merged.links().linkPrecision()).hasValue(0.75);
        assertThat(merged.links().linkRecall()).hasValue(0.75);
        // People's threads hold 1 bit, the single one none, both together 1: they are 1 bit apart,
        // of the 2 that four messages can be.
        assertThat(merged.oneMinusVi().orElseThrow()).isEqualTo(0.5, within(1e-12));
        assertThat(merged.exactThreads().exactThreadPrecision()).hasValue(0);
        assertThat(merged.exactThreads().exactThreadRecall()).hasValue(0);
    }

    @Test
    void messageThatAnswersTwoJoinsTheirThreads() {
        var chat =
                measured(
                        Map.of(1L, Set.of(1L), 2L, Set.of(2L), 3L, Set.of(1L, 2L)),
                        Map.of(1L, Set.of(1L), 2L, Set.of(2L), 3L, Set.of(2L)));

        assertThat(chat.links().linkPrecision()).hasValue(1);
        assertThat(chat.links().linkRecall()).hasValue(0.75);
        assertThat(chat.exactThreads().exactThreadPrecision()).hasValue(0);
    }

    @Test
    void answersToUnjudgedMessageAreOneThread() {
        var chat =
                measured(
                        Map.of(7L, Set.of(3L), 8L, Set.of(3L), 9L, Set.of(9L)),
                        Map.of(7L, Set.of(7L), 8L, Set.of(7L), 9L, Set.of(9L)));

        assertThat(chat.exactThreads().exactThreadF()).hasValue(1);
    }

    @Test
    void singleMessageThreadsDoNotCount() {
        var alone = Map.of(1L, Set.of(1L), 2L, Set.of(2L));

        var chat = measured(alone, alone);

        assertThat(chat.exactThreads().exactThreadF()).isEqualTo(OptionalDouble.empty());
        assertThat(chat.links().linkF()).hasValue(1);
    }

    @Test
    void sumsOverChats() {
        var right = new DisentangledChat(TWO_THREADS, TWO_THREADS, 4);
        var wrong =
                new DisentangledChat(
                        TWO_THREADS,
                        Map.of(1L, Set.of(1L), 2L, Set.of(2L), 3L, Set.of(3L), 4L, Set.of(4L)),
                        4);

        var both = Disentanglement.of(List.of(right, wrong));

        assertThat(both.links().linkF()).hasValue(0.75);
        assertThat(both.exactThreads().exactThreadPrecision()).hasValue(1);
        assertThat(both.exactThreads().exactThreadRecall()).hasValue(0.5);
        // Of eight messages in four pairs (2 bits), two pairs were split: 2.5 bits, 0.5 apart of 3.
        assertThat(both.oneMinusVi().orElseThrow()).isEqualTo(1 - 0.5 / 3, within(1e-12));
    }

    private static Disentanglement measured(Map<Long, Set<Long>> gold, Map<Long, Set<Long>> found) {
        return Disentanglement.of(List.of(new DisentangledChat(gold, found, gold.size())));
    }
}
