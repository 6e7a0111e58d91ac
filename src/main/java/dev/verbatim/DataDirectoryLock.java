package dev.verbatim;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
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
@Component
@Profile("!cli")
final class DataDirectoryLock
        implements BeanFactoryPostProcessor, EnvironmentAware, DisposableBean {

    private Path folder = Path.of("data");
    private @Nullable FileChannel file;

    @Override
    public void setEnvironment(Environment environment) {
        folder = Path.of(environment.getProperty("verbatim.data-dir", "data"));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        try {
            Files.createDirectories(folder);
            lock(folder.resolve("verbatim.lock"));
        } catch (IOException e) {
            throw new InUse("verbatim.data-dir: " + folder + " can't be written to: " + e);
        }
    }

    @Override
    public void destroy() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void lock(Path lock) throws IOException {
        FileChannel opened =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(opened)) {
            opened.close();
            throw new InUse(
                    "verbatim.data-dir: "
                            + folder.toAbsolutePath()
                            + " is in use by another instance. Stop that one, or give this one a"
                            + " folder of its own.");
        }
        file = opened;
    }

    private static boolean tryLock(FileChannel opened) throws IOException {
        try {
            FileLock lock = opened.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // by another application in this process
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
