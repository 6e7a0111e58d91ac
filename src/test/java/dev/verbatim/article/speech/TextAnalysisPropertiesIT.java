package dev.verbatim.article.speech;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.SampleText;
import dev.verbatim.article.TextSpan;
import dev.verbatim.property.RandomSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Properties of sentences and quotations in any text.
@Execution(ExecutionMode.CONCURRENT)
class TextAnalysisPropertiesIT {

    private static final int MILLION = 1_000_000;
    private static final List<String> KNOWN =
            List.of(
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

    @Test
    void sentencesCoverEverythingButBlanks() {
        forAll(
                TextAnalysisPropertiesIT::texts,
                text -> {
                    for (Paragraph paragraph : text.paragraphs()) {
                        var left = new StringBuilder(text.text());
                        paragraph.sentences().forEach(sentence -> blank(left, sentence));

                        assertThat(paragraph.span().of(left.toString()).chars())
                                .allMatch(
                                        c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
                    }
                });
    }

    private static void blank(StringBuilder text, TextSpan span) {
        text.replace(span.start(), span.end(), " ".repeat(span.length()));
    }

    @Test
    void sentencesAreOrderedAndTrimmed() {
        forAll(
                TextAnalysisPropertiesIT::texts,
                text -> {
                    for (Paragraph paragraph : text.paragraphs()) {
                        int end = paragraph.span().start();
                        for (TextSpan sentence : paragraph.sentences()) {
                            assertThat(sentence.start()).isGreaterThanOrEqualTo(end);
                            assertThat(paragraph.span().contains(sentence)).isTrue();
                            assertThat(sentence.of(text.text()).strip())
                                    .isEqualTo(sentence.of(text.text()));
                            end = sentence.end();
                        }
                    }
                });
    }

    @Test
    void everyQuotationLiesInOneParagraph() {
        forAll(
                TextAnalysisPropertiesIT::texts,
                text -> {
                    List<Paragraph> paragraphs = text.paragraphs();

                    assertThat(text.quotations())
                            .allMatch(
                                    quotation ->
                                            paragraphs.stream()
                                                    .anyMatch(
                                                            p ->
                                                                    p.span()
                                                                            .contains(
                                                                                    quotation
                                                                                            .content())));
                });
    }

    @Test
    void everySpeakersNameIsInTheText() {
        forAll(
                TextAnalysisPropertiesIT::texts,
                text -> {
                    String words = String.join(" ", text.text().split("\\s+"));

                    assertThat(text.quotations())
                            .allMatch(
                                    q -> q.speaker() == null || words.contains(q.speaker().name()));
                });
    }

    @Test
    void acceptsParagraphsWithoutSentences() {
        forAll(
                200,
                TextAnalysisPropertiesIT::texts,
                text -> {
                    var bare =
                            text.paragraphs().stream()
                                    .map(p -> new Paragraph(p.span(), List.of()))
                                    .toList();

                    assertThat(new QuotationFinder().find(text.text(), bare, text.language()))
                            .isNotNull();
                });
    }

    /// Words and marks that mean something to the rules, and any other characters among them.
    private static SampleText texts(RandomSource random) {
        List<String> words =
                random.list(
                        0,
                        40,
                        source -> source.oneIn(10) ? source.anyText(4) : source.oneOf(KNOWN));
        String glue = random.oneOf(" ", " ", "");
        String language = random.oneOf("en", "de", "fr", "es", "it", "uk", "ru", "nl", "");
        return new SampleText(String.join(glue, words), Locale.of(language));
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
        var text = SampleText.english(unit.repeat(MILLION / unit.length()));

        assertThat(text.quotations()).isNotNull();
    }
}
