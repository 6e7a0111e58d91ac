package dev.verbatim.cli;

import dev.verbatim.answer.Calibration;
import dev.verbatim.answer.Calibration.Example;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `calibrate`: fits the confidence to sets of questions.
@Command(
        name = "calibrate",
        description = {
            "Fits the confidence to sets of questions and writes its coefficients, which belong"
                    + " into",
            "src/main/resources/dev/verbatim/answer/confidence.properties.",
            ""
        })
final class CalibrateCommand implements Callable<Integer> {

    private final LazyApplication application;
    private final StandardStreams streams;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "Each holds articles.jsonl and questions.jsonl.")
    private List<Path> folders = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Use at most N questions of each set, evenly drawn.")
    private int limit = Integer.MAX_VALUE;

    CalibrateCommand(LazyApplication application, StandardStreams streams) {
        this.application = application;
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        List<Example> examples = new ArrayList<>();
        try (application) {
            for (Path folder : folders) {
                examples.addAll(application.evaluation().examples(folder, limit));
            }
            streams.out().print(Calibration.fit(examples));
        }
        return 0;
    }
}
