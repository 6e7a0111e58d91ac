package dev.verbatim.cli;

import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import dev.verbatim.store.StoreBackup;
import dev.verbatim.store.StoreIntegrity;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The command `backup`: copies the store, also while the bot serves.
@Command(
        name = "backup",
        description = {
            "Copies the store into one file, also while the bot serves.",
            "",
            "The index and the vectors are not in it: they are made anew from content/."
        })
final class BackupCommand implements Callable<Integer> {

    private final LazyApplication application;
    private final StandardStreams streams;

    @Parameters(paramLabel = "FILE", description = "Where to; nothing must be there yet.")
    private Path copy = Path.of("");

    BackupCommand(LazyApplication application, StandardStreams streams) {
        this.application = application;
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try (application) {
            StoreBackup.write(storeOf(application), copy);
        }
        streams.out().println(copy);
        return 0;
    }

    /// The file of the store that the settings name.
    static Path storeOf(LazyApplication application) {
        return StoreIntegrity.file(application.setting("spring.datasource.url"))
                .orElseThrow(
                        () ->
                                new UnusableInputException(
                                        "spring.datasource.url names a database server: use its own"
                                                + " tools, such as pg_dump and pg_restore."));
    }
}
