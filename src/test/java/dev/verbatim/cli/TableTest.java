package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void figuresStandInAColumn() {
        var object =
                Json.read(
                        "{\"recallAt1\": 0.5, \"auroc\": null, \"questions\": 1190,"
                                + " \"speakerCoverage\": {\"all\": 0.25}}");

        assertThat(Table.of(object))
                .isEqualTo(
                        """
                        recallAt1            0.5000
                        auroc                     -
                        questions              1190
                        speakerCoverage all  0.2500""");
    }

    @Test
    void onlyTheWholeIsShownAsTheWhole() {
        assertThat(Table.of(Json.read("{\"verbatimShare\": 0.99999}"))).endsWith("0.9999");
        assertThat(Table.of(Json.read("{\"verbatimShare\": 1.0}"))).endsWith("1.0000");
    }
}
