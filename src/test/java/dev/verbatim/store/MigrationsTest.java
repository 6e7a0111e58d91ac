package dev.verbatim.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private static final Pattern NAME = Pattern.compile("^V(\\d+)__\\w+\\.sql$");

    @Test
    void lastMigrationIsTheVersionThatIsChecked() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db"))) {
            assertThat(
                            files.map(file -> NAME.matcher(file.getFileName().toString()))
                                    .filter(name -> name.find())
                                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                                    .max())
                    .hasValue(StoreIntegrity.VERSION);
        }
    }
}
