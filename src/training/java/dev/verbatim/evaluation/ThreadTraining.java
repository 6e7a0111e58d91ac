package dev.verbatim.evaluation;

import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import dev.verbatim.group.threads.DisentanglerTrainer;
import dev.verbatim.group.threads.DisentanglerTrainer.AnnotatedChat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A program that fits the disentangling of conversations to chats with marked links.
@Command(name = "calibrate-threads", mixinStandardHelpOptions = true)
final class ThreadTraining implements Callable<Integer> {

    private static final Path OUTPUT = Path.of("target", "training", "ranker.properties");

    @Parameters(paramLabel = "FILE", description = "As for evaluate chats, with links.")
    private Path file = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Start elsewhere; the same seed gives the same weights (default 1).")
    private long seed = 1;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ThreadTraining()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(OUTPUT.getParent());
        Files.writeString(OUTPUT, weights(file, seed));
        return 0;
    }

    /// The weights after training on a file with marked links.
    ///
    /// @throws UnusableInputException when the file can't be used
    static String weights(Path file, long seed) throws IOException {
        List<ChatLog> logs = JsonLinesRecord.readAll(file, ChatLog::from);
        if (logs.stream().allMatch(log -> log.links().isEmpty())) {
            throw new UnusableInputException(
                    file + " has no links. Write \"links\": [[later, earlier]…] in each line.");
        }
        return DisentanglerTrainer.train(
                logs.stream().map(log -> new AnnotatedChat(log.messages(), log.links())).toList(),
                seed);
    }
}
