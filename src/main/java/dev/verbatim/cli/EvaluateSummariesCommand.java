package dev.verbatim.cli;

import dev.verbatim.evaluation.SummaryEvaluation;
import dev.verbatim.evaluation.SummaryReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `evaluate summaries`: how good summaries are, beside the first sentences of each article.
@Command(
        name = "summaries",
        description = {
            "Sums up articles that people have summed up, and reports ROUGE beside that of each"
                    + " article's first three sentences.",
            ""
        })
final class EvaluateSummariesCommand implements Callable<Integer> {

    private final LazyApplication application;
    private final StandardStreams streams;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "JSON lines: {\"id\", \"title\", \"text\" or \"sentences\","
                            + " \"reference_summary\"}.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Write one JSON object, and nothing else.")
    private boolean json;

    EvaluateSummariesCommand(LazyApplication application, StandardStreams streams) {
        this.application = application;
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        try (application) {
            SummaryReport report = new SummaryEvaluation(application.summarizer()).run(file);
            streams.out()
                    .println(
                            json ? JsonLines.line(report) : ReportTable.of(JsonLines.tree(report)));
        }
        return 0;
    }
}
