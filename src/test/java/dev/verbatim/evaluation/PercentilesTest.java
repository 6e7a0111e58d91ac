package dev.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void aPercentileIsAMeasuredValue() {
        var four = new Percentiles(40, 10, 30, 20);

        assertThat(four.at(50)).hasValue(20);
        assertThat(four.at(51)).hasValue(30);
        assertThat(four.at(99)).hasValue(40);
    }

    @Test
    void theNinetyNinthOfAHundredIsTheLastButOne() {
        var hundred = new Percentiles(DoubleStream.iterate(1, i -> i + 1).limit(100).toArray());

        assertThat(hundred.at(99)).hasValue(99);
    }

    @Test
    void ofOneValueEveryPercentileIsThatValue() {
        assertThat(new Percentiles(7).at(1)).hasValue(7);
        assertThat(new Percentiles(7).at(99)).hasValue(7);
    }

    @Test
    void ofNothingThereIsNone() {
        assertThat(new Percentiles().at(50)).isEmpty();
    }
}
