package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTableTest {

    @Test
    void alignsFiguresInAColumn() {
        var object =
                JsonLines.read(
                        "{\"recallAt1\": 0.5, \"auroc\": null, \"questions\": 1190,"
                                + " \"speakerCoverage\": {\"all\": 0.25}}");

        assertThat(ReportTable.of(object))
                .isEqualTo(
                        """
                        recallAt1            0.5000
                        auroc                     -
                        questions              1190
                        speakerCoverage all  0.2500\
                        """);
    }

    @Test
    void onlyExactlyOneIsShownAsOne() {
        assertThat(ReportTable.of(JsonLines.read("{\"verbatimShare\": 0.99999}")))
                .endsWith("0.9999");
        assertThat(ReportTable.of(JsonLines.read("{\"verbatimShare\": 1.0}"))).endsWith("1.0000");
    }
}
