package dev.verbatim.article.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.verbatim.article.Article;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts made to keep a parser busy. Reading takes linear time: each of them takes about a second,
/// and a quadratic step would exceed the time limit.
class HostileTextTest {

    private static final Duration GENEROUS = Duration.ofSeconds(10);
    private static final int LENGTH = 200_000;

    private final ArticleReader reader = new ArticleReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\" ",
                "“The bridge” she said. ",
                "Jane Doe ",
                "said ",
                "“",
                "(",
                "['",
                "reply ",
                "has ",
                "a-",
                "a'",
                "l'a-",
                "a’b-",
                ".— ",
                "Jane Doe said “we go”, adding, "
            })
    void readsRepetitiveParagraphInTime(String unit) {
        String text = repeated(unit, LENGTH);

        assertThat(readInTime(text)).isNotNull();
    }

    @Test
    void scansMarksBeforeQuotationsOnce() {
        String text = "She said" + repeated(" ,", LENGTH) + repeated(" “a”", LENGTH);

        assertThat(readInTime(text)).isNotNull();
    }

    @Test
    void scansMarksAfterVerbsOnce() {
        String text = repeated("she said that we go ", LENGTH) + repeated(" ,", LENGTH);

        assertThat(readInTime(text)).isNotNull();
    }

    @Test
    void resolvesLongNameOnce() {
        String name = "J" + "a".repeat(LENGTH) + " ".repeat(LENGTH) + "Doe";

        assertThat(readInTime(name + " said “a”" + repeated(", adding “b”", LENGTH))).isNotNull();
    }

    @Test
    void emptyAppositionIsIgnored() {
        String text = "The President , , said that we go.";

        assertThat(readInTime(text)).isNotNull();
    }

    @Test
    void removesTrailingBoilerplateInLinearTime(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("lines.md");
        Files.writeString(file, "# Title\n\nIt was." + repeated("\nRead more.", LENGTH));

        ReadResult readResult =
                assertTimeoutPreemptively(GENEROUS, () -> reader.read(folder, file));

        assertThat(readResult)
                .isInstanceOfSatisfying(
                        ReadResult.Read.class,
                        read -> assertThat(read.article().text()).isEqualTo("It was."));
    }

    private Article readInTime(String text) {
        Publication publication =
                new Publication("Title", null, null, null, null, Locale.ENGLISH, null);
        List<TextSpan> paragraph = List.of(new TextSpan(0, text.length()));
        return assertTimeoutPreemptively(
                GENEROUS, () -> reader.read("hostile", publication, text, paragraph));
    }

    private static String repeated(String unit, int length) {
        return unit.repeat(length / unit.length());
    }
}
