package dev.verbatim.cli;

import dev.verbatim.evaluation.ChatEvaluation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `calibrate-threads`: fits the untangling of conversations to chats.
@Command(
        name = "calibrate-threads",
        description = {
            "Fits the untangling of conversations to chats with marked links, and writes the"
                    + " weights,",
            "which belong into src/main/resources/dev/verbatim/group/threads/ranker.properties.",
            ""
        })
final class CalibrateThreadsCommand implements Callable<Integer> {

    private final StandardStreams streams;

    @Parameters(paramLabel = "FILE", description = "As for evaluate chats, with links.")
    private Path file = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Begin elsewhere; the same seed gives the same weights (default 1).")
    private long seed = 1;

    CalibrateThreadsCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        streams.out().print(new ChatEvaluation().weights(file, seed));
        return 0;
    }
}
