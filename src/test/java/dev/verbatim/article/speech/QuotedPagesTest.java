package dev.verbatim.article.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Thirty-eight short news pages in four languages, with a judgment for each quotation: who says
/// it. A wrong name is worse than none, so two shares are measured: how many of the named speakers
/// are right (161 of 162), and how many of those that a page names are found (148 of 173). The last
/// eight pages were written after the rules: of their named speakers 34 of 39 were right at first.
class QuotedPagesTest {

    private static final double RIGHT = 0.97;
    private static final double FOUND = 0.85;
    private static final String NOBODY = "nobody";

    /// @param speakers any of which is right; nobody's words have none
    private record Judgment(String words, List<String> speakers) {

        static Judgment parse(String line) {
            String[] parts = line.substring(2).split(" = ", 2);
            return new Judgment(parts[0], List.of(parts[1].split(" \\| ")));
        }

        boolean allows(String name) {
            return speakers.stream().anyMatch(name::equalsIgnoreCase);
        }

        boolean isNamed() {
            return !speakers.contains(NOBODY);
        }
    }

    private record Page(String title, Article article, List<Judgment> judgments) {

        static Page parse(String block) {
            List<String> lines = block.lines().toList();
            String[] head = lines.getFirst().split(" \\| ", 2);
            List<String> text =
                    lines.stream().skip(1).filter(line -> !line.contains(" = ")).toList();
            String file =
                    "---\ntitle: "
                            + head[1]
                            + "\nlanguage: "
                            + head[0]
                            + "\n---\n"
                            + String.join("\n", text)
                            + "\n";
            byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
            var read = (ReadResult.Read) new ArticleReader().read(Path.of("page.md"), bytes);
            List<Judgment> judgments =
                    lines.stream()
                            .filter(line -> line.contains(" = "))
                            .map(Judgment::parse)
                            .toList();
            return new Page(head[0] + " " + head[1], read.article(), judgments);
        }

        /// The quotations that people said word for word, each with its judgment.
        Stream<Judged> judged() {
            List<Judged> judged = new ArrayList<>();
            judgments.forEach(judgment -> judged.add(new Judged(title, judgment, name(judgment))));
            quoted().filter(one -> judgments.stream().noneMatch(other -> has(one, other)))
                    .filter(one -> one.speaker() != null)
                    .forEach(
                            one ->
                                    judged.add(
                                            new Judged(
                                                    title,
                                                    new Judgment(words(one), List.of(NOBODY)),
                                                    name(one))));
            return judged.stream();
        }

        private Stream<Quotation> quoted() {
            return article.quotations().stream()
                    .filter(one -> one.kind() != Quotation.Kind.INDIRECT);
        }

        private String name(Judgment judgment) {
            return quoted().filter(one -> has(one, judgment))
                    .map(Page::name)
                    .findFirst()
                    .orElse(NOBODY);
        }

        private static String name(Quotation one) {
            Speaker speaker = one.speaker();
            return speaker == null ? NOBODY : speaker.name();
        }

        private String words(Quotation one) {
            return one.content().of(article.text());
        }

        private boolean has(Quotation one, Judgment judgment) {
            return words(one).contains(judgment.words());
        }
    }

    private record Judged(String page, Judgment judgment, String name) {

        boolean isNamed() {
            return !name.equals(NOBODY);
        }

        boolean isRight() {
            return judgment.allows(name);
        }

        @Override
        public String toString() {
            return page + ": “" + judgment.words() + "” " + name + ", not " + judgment.speakers();
        }
    }

    @Test
    void namesTheRightSpeakerOrNone() throws IOException {
        List<Judged> judged = pages().stream().flatMap(Page::judged).toList();

        List<Judged> named = judged.stream().filter(Judged::isNamed).toList();
        List<Judged> nameable = judged.stream().filter(one -> one.judgment().isNamed()).toList();
        double right = share(named);
        double found = share(nameable);

        assertThat(right)
                .as("right of %d named (%.3f), not: %s", named.size(), right, wrong(named))
                .isGreaterThanOrEqualTo(RIGHT);
        assertThat(found)
                .as("found of %d named by pages (%.3f)", nameable.size(), found)
                .isGreaterThanOrEqualTo(FOUND);
    }

    private static double share(List<Judged> judged) {
        return (double) judged.stream().filter(Judged::isRight).count() / judged.size();
    }

    private static String wrong(List<Judged> judged) {
        return String.join(
                "\n  ",
                judged.stream().filter(one -> !one.isRight()).map(Judged::toString).toList());
    }

    private static List<Page> pages() throws IOException {
        try (InputStream table = QuotedPagesTest.class.getResourceAsStream("quoted-pages.txt")) {
            String text =
                    new String(
                            Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^== ")).skip(1).map(Page::parse).toList();
        }
    }
}
