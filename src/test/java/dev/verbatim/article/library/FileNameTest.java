package dev.verbatim.article.library;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.property.RandomSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// File names in the content folder, which are harmless whatever a sender called the file.
class FileNameTest {

    private static final List<String> PARTS =
            List.of(
                    "..", ".", "/", "\\", "~", "-", " ", "\0", "\n", ":", "con", "NUL", "md", ".md",
                    ".txt", "content", "a", "ü", "е", "🌉", "\u202E", "\u200D", "\ufeff", "／", "．",
                    "∕", "․", "ﬀ", "\ud83c", "%2f", "COM1", "\u0301", "ﷺ");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bridge.md                    | bridge.md",
                "Bridge_2022-10-12.MD         | Bridge_2022-10-12.md",
                "The open bridge.txt          | The-open-bridge.txt",
                "Міст.html                    | Міст.html",
                "v1.2.md                      | v1.2.md",
                "/etc/passwd.txt              | passwd.txt",
                "../../bridge.md              | bridge.md",
                "..\\..\\bridge.md            | bridge.md",
                "C:\\Users\\bridge.md         | bridge.md",
                "C:bridge.md                  | C-bridge.md",
                "a/../..//bridge.md           | bridge.md",
                "．．／bridge.md                | bridge.md",
                "..∕bridge.md                 | bridge.md",
                ".bridge.md                   | bridge.md",
                "...bridge...md               | bridge.md",
                "~$bridge.md                  | bridge.md",
                "-rf.md                       | rf.md",
                "bridge .md                   | bridge.md",
                "bridge.md.exe                | bridge.md.exe",
                "bridge                       | bridge",
                "con.md                       | article-con.md",
                "COM1.tar.md                  | article-COM1.tar.md",
                "COM¹.md                      | article-COM1.md",
                "a:b*c?d<e>f;g.md             | a-b-c-d-e-f-g.md",
                "%2e%2e%2fbridge.md           | 2e-2e-2fbridge.md",
                "${jndi:x}.md                 | jndi-x.md",
            })
    void keepsHarmlessCharacters(String sent, String name) {
        assertThat(FileName.of(sent)).isEqualTo(Path.of(name));
    }

    @Test
    void dropsInvisibleCharacters() {
        assertThat(FileName.of("br\u202Eidge\u200B\n\0.md")).isEqualTo(Path.of("bridge.md"));
        assertThat(FileName.of("bridge\u202Edm.exe\u202C.md"))
                .isEqualTo(Path.of("bridgedm.exe.md"));
    }

    @Test
    void equivalentCharactersGiveTheSameName() {
        assertThat(FileName.of("cafe\u0301.md")).isEqualTo(FileName.of("caf\u00e9.md"));
        assertThat(FileName.of("ｂｒｉｄｇｅ.md")).isEqualTo(Path.of("bridge.md"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "/", "../", ".md", "???", "🌉.md", "\u0301.md", "\ud83c"})
    void nameWithoutAllowedCharactersIsReplaced(String sent) {
        assertThat(FileName.of(sent).toString()).matches("article-[0-9a-f]{8}(\\.md)?|md");
        assertThat(FileName.of(sent)).isEqualTo(FileName.of(sent));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NATO allies’ “two-day” meeting! | nato-allies-two-day-meeting.txt",
                "Міст: відкрито                  | міст-відкрито.txt",
                "../../etc                       | etc.txt",
                "U.S. 3.5 %                      | u-s-3-5.txt",
                "CON                             | article-con.txt",
            })
    void makesNameFromTitle(String title, String name) {
        assertThat(FileName.ofTitle(title, ".txt")).isEqualTo(Path.of(name));
    }

    @Test
    void anyNameBecomesOneHarmlessPathPart() {
        forAll(
                FileNameTest::names,
                sent -> {
                    assertHarmless(FileName.of(sent));
                    assertHarmless(FileName.ofTitle(sent, ".txt"));
                });
    }

    private static void assertHarmless(Path name) {
        Path folder = Path.of("/srv/content");
        String words = name.toString();

        assertThat(folder.resolve(name).normalize().getParent()).isEqualTo(folder);
        assertThat(words)
                .matches("(?U)[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}._-]*+")
                .doesNotEndWith(".")
                .doesNotMatch("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
        assertThat(words.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
    }

    private static String names(RandomSource random) {
        return String.join(
                "",
                random.list(
                        0,
                        200,
                        source -> source.oneIn(5) ? source.anyText(5) : source.oneOf(PARTS)));
    }
}
