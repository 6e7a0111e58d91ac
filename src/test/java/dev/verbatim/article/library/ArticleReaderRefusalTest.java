package dev.verbatim.article.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.library.ArticleReader.ReadResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every error a file can have, and the one line that its editor gets.
class ArticleReaderRefusalTest {

    private static final int MAX_BYTES = 5_000_000;
    private static final String TEXT = "\nThe bridge is open.\n";

    @TempDir Path folder;

    @Test
    void refusesMissingTitle() {
        assertRefused(
                "bridge.md",
                "---\npublisher: Euronews\n---" + TEXT,
                "bridge.md: has no title. Write \"title: What the article is called\" between two"
                        + " --- lines at the top.");
    }

    @Test
    void refusesBlankTitle() {
        assertRefused(
                "bridge.md",
                "---\ntitle: \"\u00a0 \"\n---" + TEXT,
                "bridge.md: has no title. Write \"title: What the article is called\" between two"
                        + " --- lines at the top.");
    }

    @Test
    void refusesParagraphAsTitle() {
        assertRefused(
                "bridge.txt",
                "The bridge is open. ".repeat(20) + TEXT,
                "bridge.txt: the title \"The bridge is open. The bridge is open. The bridge is"
                        + " open. …\" is over 300 characters. Write a shorter one on the first line,"
                        + " above the text.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "published: Wednesday | is not a date. Write it as 2022-10-12.",
                "published: 2022-02-30 | is not a date. Write it as 2022-10-12.",
                "published: 12.10.2022 | is not a date. Write it as 2022-10-12.",
                "url: javascript:alert(1) | is not a web address. Write it as"
                        + " https://example.org/article.",
                "url: tg://user?id=1 | is not a web address. Write it as"
                        + " https://example.org/article.",
                "url: https:///nato | is not a web address. Write it as"
                        + " https://example.org/article.",
                "url: www.example.org | is not a web address. Write it as"
                        + " https://example.org/article.",
                "language: english | is not a language. Write it as en, de or pt-BR.",
                "language: en_US | is not a language. Write it as en, de or pt-BR.",
                "language: xx | is not a language. Write it as en, de or pt-BR.",
            })
    void leavesOutAnInvalidValueAndSaysSo(String entry, String complaint) {
        assertServedWithout(
                "bridge.md",
                "---\ntitle: The bridge\n" + entry + "\n---" + TEXT,
                "bridge.md line 3: \"" + entry + "\" " + complaint);
    }

    @Test
    void readsFrontMatterThatIsNotYamlLineByLineAndSaysSo() {
        assertServedWithout(
                "bridge.md",
                "---\npublisher: Euronews\ntitle: Kyiv: the bridge\n---" + TEXT,
                "bridge.md line 3: the front matter is not YAML, mapping values are not allowed"
                        + " here, so each line is taken as it is. Write one \"key: value\" a line, and quotes around a value with a"
                        + " colon in it.");
    }

    @Test
    void refusesUnclosedFrontMatter() {
        assertRefused(
                "bridge.md",
                "---\ntitle: The bridge\n" + TEXT,
                "bridge.md line 1: the front matter that begins here does not end. Write --- on a"
                        + " line of its own behind it.");
    }

    @Test
    void refusesFrontMatterWithoutKeys() {
        assertRefused(
                "bridge.md",
                "---\n- The bridge\n---" + TEXT,
                "bridge.md line 2: the front matter is not a list of keys and values. Write a line"
                        + " such as: title: What the article is called.");
    }

    @Test
    void takesTheFirstOfARepeatedKeyAndSaysSo() {
        assertServedWithout(
                "bridge.md",
                "---\ntitle: The bridge\ntitle: The tunnel\n---" + TEXT,
                "bridge.md line 3: \"title\" is already on line 2. Keep one of them.");
    }

    @Test
    void refusesTitleThatIsNotText() {
        assertRefused(
                "bridge.md",
                "---\ntitle: [The bridge]\n---" + TEXT,
                "bridge.md line 2: \"title\" is not one line of text. Write title: and the text, in"
                        + " quotes when it begins with a bracket.");
    }

    @Test
    void refusesDeepYaml() {
        assertRefused(
                "bridge.md",
                "---\ntitle: The bridge\ndeep: " + "[".repeat(5_000) + "\n---" + TEXT,
                "bridge.md: the front matter can't be read, it is too long, nested too deep or"
                        + " damaged. Keep only one \"key: value\" a line.");
    }

    @Test
    void aliasesOfAliasesAreNotExpanded() {
        StringBuilder laughs = new StringBuilder("---\ntitle: The bridge\na0: &a0 [lol, lol]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }

        assertRefused(
                "bridge.md",
                laughs + "---" + TEXT,
                "bridge.md: the front matter can't be read, it is too long, nested too deep or"
                        + " damaged. Keep only one \"key: value\" a line.");
    }

    @Test
    void reportsPlaceOfInvalidUtf8() {
        assertRefused(
                "bridge.txt",
                "The bridge\nThe caf\u00e9 is open.".getBytes(StandardCharsets.ISO_8859_1),
                "bridge.txt line 2: byte 19, 0xE9, is not UTF-8. Save the file as UTF-8.");
    }

    @Test
    void refusesTruncatedCharacter() {
        byte[] whole = "The bridge\nThe café".getBytes(StandardCharsets.UTF_8);

        assertRefused(
                "bridge.txt",
                java.util.Arrays.copyOf(whole, whole.length - 1),
                "bridge.txt line 2: byte 19, 0xC3, is not UTF-8. Save the file as UTF-8.");
    }

    @Test
    void refusesUtf16ByName() {
        assertRefused(
                "bridge.txt",
                "\ufeffThe bridge".getBytes(StandardCharsets.UTF_16LE),
                "bridge.txt: is UTF-16, not UTF-8. Save it as UTF-8.");
    }

    @Test
    void refusesBinary() {
        assertRefused(
                "bridge.txt",
                "The bridge\r\nis\0open",
                "bridge.txt line 2: the control character U+0000 is no text, the file is binary or"
                        + " damaged. Save it as plain text in UTF-8.");
    }

    @Test
    void refusesEmptyFile() {
        assertRefused(
                "bridge.md", "", "bridge.md: is empty. Write a title and the article into it.");
    }

    @ParameterizedTest
    @CsvSource({
        "bridge.txt, The bridge",
        "bridge.md, # The bridge",
        "bridge.html, <title>The bridge</title><nav>Home</nav>",
        "bridge.txt, 'The bridge\n\u00a0\n\nAdvertisement\n'",
    })
    void refusesTitleWithoutText(String name, String content) {
        assertRefused(
                name,
                content,
                name + ": has no text beside the title. Write the article below it.");
    }

    @Test
    void acceptsFiveMegabytes() {
        String paragraph = "The bridge is open, and cars wait.".repeat(10) + "\n\n";
        String rest = "x".repeat((MAX_BYTES - 11) % paragraph.length());
        String text = "The bridge\n" + paragraph.repeat(MAX_BYTES / paragraph.length()) + rest;

        assertThat(read("bridge.txt", text)).isInstanceOf(ReadResult.Read.class);
        assertRefused(
                "tunnel.txt", text + "x", "tunnel.txt: is over 5 MB. Make articles of its parts.");
    }

    @Test
    void refusesDeepMarkdown() {
        assertRefused(
                "bridge.md",
                "# The bridge\n\n" + "*a **b ".repeat(15_000) + "x* y** ".repeat(15_000),
                "bridge.md line 3: the paragraph that begins here has 90,000 marks of links,"
                        + " emphasis or tags, too many to read with those before it. Save it as"
                        + " plain text, with the ending .txt.");
    }

    @Test
    void refusesManyUnclosedTags() {
        assertRefused(
                "bridge.md",
                "# The bridge\n\n" + "<a ".repeat(100_000),
                "bridge.md line 3: has too many < without a > from here on. Write &lt; for what is"
                        + " no tag.");
    }

    @Test
    void refusesDeepHtml() {
        assertRefused(
                "bridge.html",
                "<title>The bridge</title>\n<p>It is open.</p>\n"
                        + "<div>".repeat(20_000)
                        + "The bridge is open.",
                "bridge.html line 3: has tags nested more than 500 deep. Save only the article, without"
                        + " the page around it.");
    }

    @Test
    void refusesPageOfTags() {
        assertRefused(
                "bridge.html",
                "<title>The bridge</title>" + "<b>".repeat(200_000) + "The bridge is open.",
                "bridge.html line 1: has 200002 tags, more than 100000. Save only the article, without the"
                        + " page around it.");
    }

    @Test
    void refusesLinkOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.txt"), "A title\nA secret.");
        Files.createSymbolicLink(folder.resolve("bridge.txt"), secret);

        assertThat(new ArticleReader().read(folder, folder.resolve("bridge.txt")))
                .isInstanceOfSatisfying(
                        ReadResult.Refused.class,
                        refused ->
                                assertThat(refused.error())
                                        .hasToString(
                                                "bridge.txt: is a link to a place outside the"
                                                        + " content folder. Copy the file here."));
    }

    @Test
    void readsLinkInsideTheFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("tunnel.txt"), "The tunnel\nIt is closed.");
        Files.createSymbolicLink(folder.resolve("bridge.txt"), file);

        ReadResult readResult = new ArticleReader().read(folder, folder.resolve("bridge.txt"));

        assertThat(readResult).isInstanceOf(ReadResult.Read.class);
    }

    @Test
    void refusesBrokenLink() throws IOException {
        Files.createSymbolicLink(folder.resolve("bridge.txt"), folder.resolve("gone.txt"));

        assertThat(new ArticleReader().read(folder, folder.resolve("bridge.txt")))
                .isInstanceOfSatisfying(
                        ReadResult.Refused.class,
                        refused ->
                                assertThat(refused.error().problem())
                                        .isEqualTo("is a link to nothing"));
    }

    @Test
    void refusesLineBreakInNameWithoutForgingLogLines() {
        assertRefused(
                "bridge\nERROR.txt",
                "The bridge\nIt is open.",
                "bridge\\u000aERROR.txt: the name has a character that can't be seen. Rename the"
                        + " file.");
    }

    private void assertServedWithout(String name, String content, String line) {
        try {
            Path file = Files.writeString(folder.resolve(name), content);
            assertThat(new ArticleReader().read(folder, file))
                    .asInstanceOf(InstanceOfAssertFactories.type(ReadResult.Read.class))
                    .extracting(ReadResult.Read::omitted, InstanceOfAssertFactories.LIST)
                    .extracting(Object::toString)
                    .containsExactly(line);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertRefused(String name, String content, String line) {
        assertRefused(name, content.getBytes(StandardCharsets.UTF_8), line);
    }

    private void assertRefused(String name, byte[] content, String line) {
        assertThat(read(name, content))
                .isInstanceOfSatisfying(
                        ReadResult.Refused.class,
                        refused -> assertThat(refused.error()).hasToString(line));
    }

    private ReadResult read(String name, String content) {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private ReadResult read(String name, byte[] content) {
        try {
            return new ArticleReader().read(folder, Files.write(folder.resolve(name), content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
