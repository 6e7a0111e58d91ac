package dev.verbatim;

import dev.verbatim.store.ProcessLock;
import dev.verbatim.store.StoreIntegrity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// A lock on `verbatim.data-dir` for as long as this process serves. It is taken before anything is
/// opened there, so that a second instance stops with one line that says why.
///
/// Then the store's file is checked, if it is SQLite's. A damaged one is kept under another name,
/// and an empty one takes its place: a bot that remembers nothing is better than none. One that was
/// emptied is not accepted, because that is a mistake that can be undone. Nor is a store that can't
/// be reached, or that a newer version has written.
@Component
@Profile("!cli")
final class DataDirectoryLock
        implements BeanFactoryPostProcessor, EnvironmentAware, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectoryLock.class);

    private Path folder = Path.of("data");
    private String storeUrl = "";
    private String storeUser = "";
    private String storePassword = "";
    private @Nullable ProcessLock lock;

    @Override
    public void setEnvironment(Environment environment) {
        folder = Path.of(environment.getProperty("verbatim.data-dir", "data"));
        storeUrl = environment.getProperty("spring.datasource.url", "");
        storeUser = environment.getProperty("spring.datasource.username", "");
        storePassword = environment.getProperty("spring.datasource.password", "");
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        try {
            Files.createDirectories(folder);
            lock(folder.resolve(ProcessLock.FILE));
            checkStore();
        } catch (IOException e) {
            throw new InUse("verbatim.data-dir: " + folder + " can't be written to: " + e);
        }
    }

    @Override
    public void destroy() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    private void lock(Path file) throws IOException {
        lock =
                ProcessLock.tryAcquire(file)
                        .orElseThrow(
                                () ->
                                        new InUse(
                                                "verbatim.data-dir: "
                                                        + folder.toAbsolutePath()
                                                        + " is in use by another instance. Stop"
                                                        + " that one, or give this one a folder of"
                                                        + " its own."));
    }

    private void checkStore() throws IOException {
        Optional<Path> file = StoreIntegrity.file(storeUrl);
        if (file.isPresent()) {
            checkStore(file.get());
        }
        boolean isNew = file.isPresent() && !Files.exists(file.get());
        if (!isNew && !storeUrl.isEmpty()) {
            StoreIntegrity.obstacle(storeUrl, storeUser, storePassword)
                    .ifPresent(
                            line -> {
                                throw new InUse(line);
                            });
        }
    }

    private void checkStore(Path store) throws IOException {
        try {
            Optional<String> damage = StoreIntegrity.damage(store);
            if (damage.isPresent()) {
                replace(store, damage.get());
            } else if (StoreIntegrity.isEmpty(store) && hasIndex()) {
                throw new InUse(
                        store
                                + " is empty, but "
                                + folder.resolve("index")
                                + " shows that this bot has served before. Put a backup there, or"
                                + " delete the empty file to begin anew: settings, consents, kept"
                                + " messages and waiting questions are then lost.");
            }
        } catch (SQLException e) {
            LOG.warn("{} could not be checked: {}", store, e.getMessage());
        }
    }

    private static void replace(Path store, String damage) throws IOException {
        Path kept = StoreIntegrity.setAside(store, "damaged", Clock.systemUTC());
        LOG.error(
                "{} is damaged ({}). It is kept as {}, and an empty one takes its place. Lost are"
                        + " settings, consents and opt-outs, kept messages, and the questions and"
                        + " answers that were waiting. To restore a backup, stop the bot and put it"
                        + " there.",
                store,
                damage.lines().collect(Collectors.joining(" ")),
                kept);
    }

    /// Whether an index has been committed: Lucene's list of segments is there.
    private boolean hasIndex() throws IOException {
        Path index = folder.resolve("index");
        if (!Files.isDirectory(index)) {
            return false;
        }
        try (Stream<Path> files = Files.list(index)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"));
        }
    }

    /// Stops the start of the application. Its message is the whole report.
    static final class InUse extends AbandonedRunException {

        private static final long serialVersionUID = 1;

        private final String line;

        InUse(String line) {
            this.line = line;
        }

        @Override
        public String getMessage() {
            return line;
        }
    }
}
