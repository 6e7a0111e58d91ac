package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

class DataDirectoryLockTest {

    @TempDir Path folder;

    @Test
    void secondInstanceIsRejectedWithAdvice() throws IOException {
        DataDirectoryLock first = folder(folder.resolve("data"));
        take(first);

        assertThatThrownBy(() -> take(folder(folder.resolve("data"))))
                .isInstanceOf(DataDirectoryLock.InUse.class)
                .hasMessageContaining("is in use by another instance. Stop that one")
                .hasMessageNotContaining("\n");

        first.destroy();
    }

    @Test
    void lockIsReleasedWhenTheFirstInstanceEnds() throws IOException {
        DataDirectoryLock first = folder(folder);
        take(first);
        first.destroy();

        DataDirectoryLock next = folder(folder);
        take(next);

        next.destroy();
    }

    @Test
    void unwritableFolderIsReported() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> take(folder(file)))
                .isInstanceOf(DataDirectoryLock.InUse.class)
                .hasMessageContaining("can't be written to");
        assertThat(file).isEmptyFile();
    }

    private static void take(DataDirectoryLock folder) {
        folder.postProcessBeanFactory(new DefaultListableBeanFactory());
    }

    private static DataDirectoryLock folder(Path path) {
        var folder = new DataDirectoryLock();
        folder.setEnvironment(
                new MockEnvironment().withProperty("verbatim.data-dir", path.toString()));
        return folder;
    }
}
