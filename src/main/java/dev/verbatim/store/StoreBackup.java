package dev.verbatim.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/// A copy of a SQLite store: what was committed at one moment, in one file, also while the bot
/// serves.
public final class StoreBackup {

    private StoreBackup() {}

    /// Copies a store.
    ///
    /// @param copy must not be there yet; it appears when it is complete
    /// @throws StoreException when there is no store, or no sound one, or the copy can't be written
    public static void write(Path store, Path copy) {
        if (!Files.exists(store)) {
            throw new StoreException(store + " does not exist, so there is nothing to copy");
        }
        if (Files.exists(copy)) {
            throw new StoreException(copy + " exists already. Choose another name");
        }
        try {
            Path unfinished = sibling(copy, ".part");
            Files.deleteIfExists(unfinished);
            vacuum(store, unfinished);
            requireSound(unfinished, store);
            Files.move(unfinished, copy, ATOMIC_MOVE);
        } catch (SQLException | IOException e) {
            throw new StoreException(store + " could not be copied to " + copy, e);
        }
    }

    /// Puts a copy in the place of the store, which must not be in use. What was there is kept
    /// beside it under another name.
    ///
    /// @return the present store's new name; empty when there was none
    /// @throws StoreException when the copy is no sound store, or can't be put there; then nothing
    ///   has changed
    public static Optional<Path> restore(Path copy, Path store, Clock clock) {
        if (!Files.isRegularFile(copy)) {
            throw new StoreException(copy + " does not exist");
        }
        try {
            requireSound(copy, copy);
            Path unfinished = sibling(store, ".restoring");
            Files.deleteIfExists(unfinished);
            vacuum(copy, unfinished);
            Optional<Path> kept =
                    Files.exists(store)
                            ? Optional.of(StoreIntegrity.setAside(store, "replaced", clock))
                            : Optional.empty();
            Files.move(unfinished, store, ATOMIC_MOVE);
            return kept;
        } catch (SQLException | IOException e) {
            throw new StoreException(copy + " could not be put in the place of " + store, e);
        }
    }

    private static Path sibling(Path file, String ending) {
        return file.resolveSibling(Objects.requireNonNull(file.getFileName()) + ending);
    }

    /// Unlike a copy of the file, this has the commits that are still in the log.
    private static void vacuum(Path from, Path to) throws SQLException {
        try (Connection connection = DriverManager.getConnection(StoreIntegrity.SQLITE + from);
                PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
            copy.setString(1, to.toString());
            copy.execute();
        }
    }

    private static void requireSound(Path file, Path named) throws SQLException {
        Optional<String> damage = StoreIntegrity.damage(file);
        if (damage.isPresent()) {
            throw new StoreException(named + " is damaged: " + damage.get());
        }
        if (!StoreIntegrity.isStore(file)) {
            throw new StoreException(named + " is no store of this bot");
        }
    }
}
