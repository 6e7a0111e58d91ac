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

class DataFolderTest {

    @TempDir Path folder;

    @Test
    void aSecondInstanceIsToldWhatToDo() throws IOException {
        DataFolder first = folder(folder.resolve("data"));
        take(first);

        assertThatThrownBy(() -> take(folder(folder.resolve("data"))))
                .isInstanceOf(DataFolder.InUse.class)
                .hasMessageContaining("is in use by another instance. Stop that one")
                .hasMessageNotContaining("\n");

        first.destroy();
    }

    @Test
    void whenTheFirstHasEndedTheNextMayHaveIt() throws IOException {
        DataFolder first = folder(folder);
        take(first);
        first.destroy();

        DataFolder next = folder(folder);
        take(next);

        next.destroy();
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> take(folder(file)))
                .isInstanceOf(DataFolder.InUse.class)
                .hasMessageContaining("can't be written to");
        assertThat(file).isEmptyFile();
    }

    private static void take(DataFolder folder) {
        folder.postProcessBeanFactory(new DefaultListableBeanFactory());
    }

    private static DataFolder folder(Path path) {
        var folder = new DataFolder();
        folder.setEnvironment(
                new MockEnvironment().withProperty("verbatim.data-dir", path.toString()));
        return folder;
    }
}
