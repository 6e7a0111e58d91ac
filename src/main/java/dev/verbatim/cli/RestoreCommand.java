package dev.verbatim.cli;

import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import dev.verbatim.store.ProcessLock;
import dev.verbatim.store.StoreBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The command `restore`: puts a backup in the place of the store, while no bot serves from it.
@Command(
        name = "restore",
        description = {
            "Puts a backup in the place of the store. The bot must not be running.",
            "",
            "The store that is there now is kept beside it, and its new name is written to standard"
                    + " output."
        })
final class RestoreCommand implements Callable<Integer> {

    private final LazyApplication application;
    private final StandardStreams streams;

    @Parameters(paramLabel = "FILE", description = "What backup has written.")
    private Path copy = Path.of("");

    RestoreCommand(LazyApplication application, StandardStreams streams) {
        this.application = application;
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        try (application) {
            Path folder =
                    Files.createDirectories(Path.of(application.setting("verbatim.data-dir")));
            restore(folder, BackupCommand.storeOf(application)).ifPresent(streams.out()::println);
        }
        return 0;
    }

    private Optional<Path> restore(Path folder, Path store) throws IOException {
        try (var _ = lock(folder)) {
            return StoreBackup.restore(copy, store, Clock.systemUTC());
        }
    }

    private static ProcessLock lock(Path folder) throws IOException {
        return ProcessLock.tryAcquire(folder.resolve(ProcessLock.FILE))
                .orElseThrow(
                        () ->
                                new UnusableInputException(
                                        "The bot is running on " + folder + ". Stop it first."));
    }
}
