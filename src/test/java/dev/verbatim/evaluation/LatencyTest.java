package dev.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.evaluation.EvaluationReport.Latency;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void percentileIsAMeasuredValue() {
        double[] four = {40, 10, 30, 20};

        assertThat(Latency.percentile(50, four)).hasValue(20);
        assertThat(Latency.percentile(51, four)).hasValue(30);
        assertThat(Latency.percentile(99, four)).hasValue(40);
    }

    @Test
    void ninetyNinthPercentileOfHundredIsTheLastButOne() {
        double[] hundred = DoubleStream.iterate(1, i -> i + 1).limit(100).toArray();

        assertThat(Latency.percentile(99, hundred)).hasValue(99);
    }

    @Test
    void everyPercentileOfOneValueIsThatValue() {
        assertThat(Latency.percentile(1, 7)).hasValue(7);
        assertThat(Latency.percentile(99, 7)).hasValue(7);
    }

    @Test
    void percentileOfNothingIsEmpty() {
        assertThat(Latency.percentile(50)).isEmpty();
    }
}
