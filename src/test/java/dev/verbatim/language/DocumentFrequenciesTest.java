package dev.verbatim.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentFrequenciesTest {

    @Test
    void countsDocumentsNotOccurrences() {
        var frequencies = new DocumentFrequencies();
        frequencies.add(List.of("ship", "ship", "sea"));
        frequencies.add(List.of("sea"));

        assertThat(frequencies.documents()).isEqualTo(2);
        assertThat(frequencies.of("ship")).isEqualTo(1);
        assertThat(frequencies.of("sea")).isEqualTo(2);
        assertThat(frequencies.of("tree")).isZero();
    }

    @Test
    void rarerTermsTellMore() {
        var frequencies = new DocumentFrequencies();
        frequencies.add(List.of("ship", "sea"));
        frequencies.add(List.of("sea"));

        assertThat(frequencies.inverse("tree")).isGreaterThan(frequencies.inverse("ship"));
        assertThat(frequencies.inverse("ship")).isGreaterThan(frequencies.inverse("sea"));
        assertThat(frequencies.inverse("sea")).isPositive();
    }

    @Test
    void inverseIsTheFormulaOfBm25() {
        assertThat(DocumentFrequencies.inverse(10, 2))
                .isEqualTo(Math.log(1 + 8.5 / 2.5), within(1e-12));
    }
}
