package dev.verbatim.group.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.group.threads.LinkFeature.LinkFeatureVector;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LinkRankerTest {

    @Test
    void rejectsWeightsOfAnotherSize() {
        var rows = new Properties();
        rows.setProperty("STARTS", "1 2 3");

        assertThatThrownBy(() -> LinkRanker.read(rows))
                .hasMessageContaining("ranker.properties has no 72 numbers for STARTS");
    }

    @Test
    void probabilitiesSumToOne() {
        var candidate = new LinkFeatureVector().set(LinkFeature.STARTS, 1);

        assertThat(LinkRanker.bundled().probabilities(List.of(candidate, candidate)))
                .containsExactly(0.5, 0.5);
    }
}
