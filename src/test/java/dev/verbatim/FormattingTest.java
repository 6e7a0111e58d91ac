package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The formatter's check. It is a test, and not a goal of the build, because the formatter parses
/// with the compiler of the Java it runs in: tests run in the JDK of the sources, Maven itself may
/// run in an older one.
class FormattingTest {

    private final Formatter formatter =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    @Test
    void everySourceIsFormatted() throws IOException {
        List<Path> unformatted;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            unformatted =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(this::isUnformatted)
                            .toList();
        }

        assertThat(unformatted)
                .as("format with: mvn spotless:apply (with JAVA_HOME at a JDK 25)")
                .isEmpty();
    }

    private boolean isUnformatted(Path file) {
        try {
            String source = Files.readString(file);
            String ordered = ImportOrderer.reorderImports(source, Style.GOOGLE);
            return !formatter
                    .formatSource(RemoveUnusedImports.removeUnusedImports(ordered))
                    .equals(source);
        } catch (Exception e) {
            throw new AssertionError(file + " could not be formatted", e);
        }
    }
}
