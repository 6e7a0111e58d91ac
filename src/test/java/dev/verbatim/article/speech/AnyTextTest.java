package dev.verbatim.article.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Paragraph;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.Texts;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every text, sensible or not.
class AnyTextTest {

    private static final int MILLION = 1_000_000;

    @Property
    void sentencesCoverEverythingButBlanks(@ForAll("texts") Texts text) {
        for (Paragraph paragraph : text.paragraphs()) {
            var left = new StringBuilder(text.text());
            paragraph.sentences().forEach(sentence -> blank(left, sentence));

            assertThat(paragraph.span().of(left.toString()).chars())
                    .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
        }
    }

    private static void blank(StringBuilder text, TextSpan span) {
        text.replace(span.start(), span.end(), " ".repeat(span.length()));
    }

    @Property
    void sentencesAreInOrderInsideTheirParagraphWithoutBlanksAround(@ForAll("texts") Texts text) {
        for (Paragraph paragraph : text.paragraphs()) {
            int end = paragraph.span().start();
            for (TextSpan sentence : paragraph.sentences()) {
                assertThat(sentence.start()).isGreaterThanOrEqualTo(end);
                assertThat(paragraph.span().contains(sentence)).isTrue();
                assertThat(sentence.of(text.text()).strip()).isEqualTo(sentence.of(text.text()));
                end = sentence.end();
            }
        }
    }

    @Property
    void everyQuotationLiesInOneParagraph(@ForAll("texts") Texts text) {
        List<Paragraph> paragraphs = text.paragraphs();

        assertThat(text.quotations())
                .allMatch(
                        quotation ->
                                paragraphs.stream()
                                        .anyMatch(p -> p.span().contains(quotation.content())));
    }

    @Property
    void everySpeakersNameStandsInTheText(@ForAll("texts") Texts text) {
        String words = String.join(" ", text.text().split("\\s+"));

        assertThat(text.quotations())
                .allMatch(q -> q.speaker() == null || words.contains(q.speaker().name()));
    }

    @Property(tries = 200)
    void paragraphsWithoutSentencesAreNoTrouble(@ForAll("texts") Texts text) {
        var bare = text.paragraphs().stream().map(p -> new Paragraph(p.span(), List.of())).toList();

        assertThat(new QuotationFinder().find(text.text(), bare, text.language())).isNotNull();
    }

    /// Words and marks that mean something to the rules, and any other characters among them.
    @Provide
    Arbitrary<Texts> texts() {
        Arbitrary<String> known =
                Arbitraries.of(
                        "said",
                        "told",
                        "that",
                        "she",
                        "Jane",
                        "Doe",
                        "the",
                        "head of",
                        "“",
                        "”",
                        "\"",
                        "'",
                        "’",
                        "«",
                        "»",
                        "„",
                        "``",
                        "''",
                        ",",
                        ".",
                        "!",
                        ":",
                        "—",
                        "-",
                        "...",
                        "U.S.",
                        "Dr.",
                        "according to",
                        "who",
                        "adding",
                        "minister",
                        "and",
                        "\n",
                        "[1]",
                        "сказав",
                        "він",
                        "Петренко",
                        "— сказала",
                        "a-t-elle",
                        "dit",
                        "-il",
                        "qu’",
                        "sagte",
                        "dass",
                        "5",
                        "\u00a0",
                        "\uFEFF",
                        "😀",
                        "e\u0301",
                        "(",
                        ")",
                        "de",
                        "la",
                        "von",
                        "'s",
                        "n't",
                        "Selon");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(4);
        Arbitrary<String> parts = Arbitraries.frequencyOf(Tuple.of(9, known), Tuple.of(1, any));
        Arbitrary<String> glue = Arbitraries.of(" ", " ", "");
        return Combinators.combine(
                        parts.list().ofMaxSize(40),
                        glue,
                        Arbitraries.of("en", "de", "fr", "es", "it", "uk", "ru", "nl", ""))
                .as(
                        (words, between, language) ->
                                new Texts(String.join(between, words), Locale.of(language)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“A said B.” ",
                "He said that ",
                "“",
                "[1]",
                "Doe, Roe, ",
                "Jane Doe met John Roe. ",
                "Jane Doe said: “It works.”\n"
            })
    @Timeout(20)
    void aMillionCharactersTakeSeconds(String unit) {
        var text = Texts.english(unit.repeat(MILLION / unit.length()));

        assertThat(text.quotations()).isNotNull();
    }
}
