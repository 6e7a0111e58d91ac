package dev.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import dev.verbatim.evaluation.SummaryEvaluation.SummaryReport;
import dev.verbatim.summary.Summarizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryEvaluationIT {

    private static final String HARBOUR =
            """
            {"id": "harbour", "title": "The harbour", "sentences": [\
            "The town of Seaham opened its new harbour on Monday.", \
            "He was glad.", "She was glad.", \
            "Forty fishing boats sailed into the new harbour of Seaham at noon.", \
            "The new harbour cost the town of Seaham nine million pounds."], \
            "reference_summary": "The town of Seaham opened its new harbour on Monday.\\n\
            The new harbour cost the town of Seaham nine million pounds."}
            """;

    @TempDir private Path folder;

    @Test
    void scoresSummaryAndLead() throws IOException {
        SummaryReport report = evaluate(HARBOUR);

        assertThat(report.articles()).isEqualTo(1);
        assertThat(report.verbatimShare()).hasValue(1);
        assertThat(report.scores().rouge1().orElseThrow())
                .isGreaterThan(report.lead().rouge1().orElseThrow());
        assertThat(report.scores().danglingShare()).hasValue(0);
    }

    @Test
    void readsTextInsteadOfSentences() throws IOException {
        SummaryReport report =
                evaluate(
                        """
                        {"id": "1", "text": "He was glad to see it. He left.", \
                        "reference_summary": "He was glad to see it."}
                        """);

        assertThat(report.lead().danglingShare()).hasValue(1);
        assertThat(report.lead().rouge1().orElseThrow()).isBetween(0.8, 0.9);
        assertThat(report.scores().rouge1()).hasValue(0);
        assertThat(report.verbatimShare()).isEmpty();
    }

    @Test
    void rejectsLineWithoutReference() {
        assertThatThrownBy(() -> evaluate("{\"id\": \"1\", \"text\": \"It is.\"}"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("reference_summary");
    }

    @Test
    void rejectsBlankArticle() {
        assertThatThrownBy(
                        () ->
                                evaluate(
                                        "{\"id\": \"1\", \"text\": \" \","
                                                + " \"reference_summary\": \"It is.\"}"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("no words");
    }

    private SummaryReport evaluate(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("set.jsonl"), lines);
        return new SummaryEvaluation(summarizer()).run(file);
    }

    private static Summarizer summarizer() {
        var encoder = mock(Encoder.class);
        when(encoder.speaks(any())).thenReturn(false);
        var vectors = mock(VectorCache.class);
        when(vectors.encoder()).thenReturn(encoder);
        when(vectors.encodePassage(anyString())).thenReturn(new float[] {1});
        return new Summarizer(vectors);
    }
}
