package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Other systems unpack the runtime where it does so itself.
final class NativeLibrariesTest {

    private static final String LIBRARY = "libonnxruntime.so";
    private static final FileTime EARLIER = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir private Path folder;

    @BeforeEach
    void isLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "needs Linux");
    }

    @Test
    void theRuntimeIsUnpackedOnce() throws IOException {
        Path library = unpacked();
        Files.setLastModifiedTime(library, EARLIER);

        assertThat(unpacked()).isEqualTo(library);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(EARLIER);
        assertThat(files(library.resolveSibling(".")))
                .containsExactlyInAnyOrder(LIBRARY, "libonnxruntime4j_jni.so");
    }

    @Test
    void whatAKilledProcessLeftUnfinishedIsReplaced() throws IOException {
        Path library = unpacked();
        long size = Files.size(library);
        Files.writeString(library, "half of it");

        unpacked();

        assertThat(library).hasSize(size);
    }

    @Test
    void theLibraryOfAnotherVersionGoes() throws IOException {
        Path old = Files.createDirectories(folder.resolve("onnxruntime-0badcafe"));
        Files.writeString(old.resolve(LIBRARY), "old");
        Path tokenizer = Files.createDirectories(folder.resolve("tokenizers"));

        unpacked();

        assertThat(old).doesNotExist();
        assertThat(tokenizer).exists();
    }

    private Path unpacked() throws IOException {
        return NativeLibraries.unpackRuntime(folder).orElseThrow().resolve(LIBRARY);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
