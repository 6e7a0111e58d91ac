package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.library.ValidationWarning;
import dev.verbatim.language.Language;
import dev.verbatim.language.TranslatedQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCatalogTest {

    private final MessageCatalog english = MessageCatalog.in(Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource
    void everyNonQuestionIntentHasAReply(Answer.Intent intent) {
        assertThat(english.to(intent)).isNotBlank();
    }

    @Test
    void notFoundMessageReportsSearchedCounts() {
        var answer = new Answer.NotFound(List.of(), 0.1, 1, 1234);

        assertThat(english.notFound(answer))
                .contains("do not answer")
                .contains("1 article (1,234 passages)");
    }

    @Test
    void aCarriedOverQuestionIsNamedWithTheArticlesLanguage() {
        var german = MessageCatalog.in(Locale.GERMAN);
        var asked =
                TranslatedQuestion.of(
                                "Wie viele Schiffe?", Language.GERMAN, Language.ENGLISH, _ -> false)
                        .orElseThrow();
        var answer = new Answer.NotFound(List.of(), 0.1, 1, 4, List.of(asked));

        assertThat(german.translated(asked)).contains("Englisch").contains("ship");
        assertThat(german.translated(null)).isEmpty();
        assertThat(german.notFound(answer))
                .contains("Englisch")
                .contains("ship")
                .doesNotContain("beantworten das nicht");
    }

    @Test
    void notFoundMessageReportsAnEmptyIndex() {
        var answer = new Answer.NotFound(List.of(), 0, 0, 0);

        assertThat(english.notFound(answer)).contains("no articles");
    }

    @Test
    void unsupportedLanguageFallsBackToEnglish() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);

            assertThat(MessageCatalog.in(Locale.forLanguageTag("tlh")).to(Answer.Intent.THANKS))
                    .isEqualTo(english.to(Answer.Intent.THANKS));
            assertThat(MessageCatalog.in(Locale.ROOT).to(Answer.Intent.THANKS))
                    .isEqualTo(english.to(Answer.Intent.THANKS));
        } finally {
            Locale.setDefault(machine);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de,Gern geschehen.",
        "de-AT,Gern geschehen.",
        "uk-UA,Будь ласка!",
        "en-GB,You’re welcome."
    })
    void countryDoesNotChangeTheLanguage(String language, String thanks) {
        assertThat(MessageCatalog.in(Locale.forLanguageTag(language)).to(Answer.Intent.THANKS))
                .isEqualTo(thanks);
    }

    @ParameterizedTest
    @CsvSource({
        "ru,1,1 статья",
        "ru,2,2 статьи",
        "ru,5,5 статей",
        "ru,11,11 статей",
        "ru,21,21 статья",
        "ru,22,22 статьи",
        "uk,1,1 стаття",
        "uk,2,2 статті",
        "uk,5,5 статей",
        "uk,11,11 статей",
        "uk,21,21 стаття",
        "uk,22,22 статті",
        "fr,0,0 article",
        "fr,2,2 articles",
        "de,1,1 Artikel",
        "it,2,2 articoli"
    })
    void articlesAreCountedAsTheLanguageCounts(String language, int count, String articles) {
        assertThat(MessageCatalog.in(Locale.forLanguageTag(language)).count("articles", count))
                .isEqualTo(articles);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|October 12, 2022",
                "en-GB|12 October 2022",
                "de|12. Oktober 2022",
                "fr|12 octobre 2022",
                "und|October 12, 2022",
                "de-u-ca-buddhist|12. Oktober 2022"
            })
    void dateIsFormattedInTheReadersLanguage(String language, String written) {
        var messages = MessageCatalog.in(Locale.forLanguageTag(language));

        assertThat(messages.date(LocalDate.of(2022, 10, 12))).isEqualTo(written);
    }

    @Test
    void sourceOmitsUnknownParts() {
        assertThat(english.source(Publication.titled("A title"))).isEqualTo("A title");
    }

    @Test
    void sourceIsOneLineForAnyTitle() {
        var publication = Publication.titled("Two\r\nlines\u2028and \u202Eturned{0}'s");

        assertThat(english.source(publication)).isEqualTo("Two lines and turned{0}'s");
    }

    static Stream<ValidationWarning> doubts() {
        return Stream.of(
                new ValidationWarning.MissingDate(),
                new ValidationWarning.MissingUrl(),
                new ValidationWarning.UnknownLanguage(),
                new ValidationWarning.UncertainLanguage(Locale.ENGLISH, Locale.GERMAN),
                new ValidationWarning.UnsupportedLanguage(Locale.GERMAN),
                new ValidationWarning.LongParagraphs(3_000, 2, 7),
                new ValidationWarning.UnattributedQuotations(2, 7),
                new ValidationWarning.OmittedText(2, "Advertisement"),
                new ValidationWarning.TakenShare(40, "div.content"),
                new ValidationWarning.TakenShare(4, "div.content"),
                new ValidationWarning.DuplicateText(
                        new ArticleInfo("bridge", Publication.titled("The bridge"), 3)),
                new ValidationWarning.SimilarName(
                        new ArticleInfo("bridge", Publication.titled("The bridge"), 3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u200b\u200d", "\u3164", "\u202e", "\u0301", "\u2800\u00a0", "\n"})
    void nameWithNothingToBeSeenIsNotShown(String name) {
        assertThat(MessageCatalog.onOneLine(name)).isEmpty();
        assertThat(MessageCatalog.name(name, "ann_7")).isEqualTo("ann_7");
        assertThat(MessageCatalog.name(name, null)).isEqualTo("?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann", "مريم", "😀", "\u200bA", "李", "."})
    void nameIsShownAsItIs(String name) {
        assertThat(MessageCatalog.name(name, "ann_7")).isEqualTo(name);
    }

    @Test
    void everyWarningNamesItsValues() {
        assertThat(doubts().map(english::to))
                .containsExactly(
                        "There is no date. Readers won’t see when it was published.",
                        "There is no web address. Readers can’t open the original.",
                        "I can’t tell the language.",
                        "I take the language to be this: English. But some of the text looks like"
                                + " another one: German.",
                        "Language: German. I find passages in it by their words only, not by their"
                                + " meaning.",
                        "Paragraphs over 3,000 characters: 2, the first is ¶7. Readers see only"
                                + " parts of them.",
                        "Quotations without a speaker: 2, the first is in ¶7.",
                        "Left out as no part of the article: 2, the first is “Advertisement”.",
                        "40 percent of the page’s words are the article, from div.content.",
                        "Only 4 percent of the page’s words were taken, from div.content. Is the"
                                + " article complete?",
                        "The same text is already there: “The bridge” (bridge).",
                        "The name differs only in upper and lower case from that of “The bridge”"
                                + " (bridge). They are two articles here, and one file on many"
                                + " systems.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "en | We are here. | “We are here.”",
                "en | “We are here.” | “We are here.”",
                "en | \"We are here.\" | \"We are here.\"",
                "en | «We are here», said Ann: “Stay” | «We are here», said Ann: “Stay”",
                "en | “We are here,” she said. | ‘“We are here,” she said.’",
                "en | She said: \"Stay\" | ‘She said: \"Stay\"’",
                "en | ’Tis the “best” there is | “’Tis the “best” there is”",
                "de | „Wir sind da“, sagte sie. | ‚„Wir sind da“, sagte sie.‘",
                "fr | « Nous sommes là », dit-elle. | “« Nous sommes là », dit-elle.”",
                "ru | «Мы здесь», сказала она. | „«Мы здесь», сказала она.“",
                "uk | «Ми тут» | «Ми тут»",
                "it | Così è | «Così è»",
            },
            delimiter = '|')
    void wordsWithMarksOfTheirOwnGetNoSecondOnes(String language, String words, String quoted) {
        MessageCatalog messages = MessageCatalog.in(Locale.forLanguageTag(language));

        assertThat(messages.quoted(words)).isEqualTo(quoted);
    }

    @Test
    void languageNamesAreTranslated() {
        var russian = MessageCatalog.in(Locale.forLanguageTag("ru"));

        assertThat(russian.to(new ValidationWarning.UnsupportedLanguage(Locale.GERMAN)))
                .contains("немецкий");
        assertThat(english.to(new ValidationWarning.UnsupportedLanguage(Locale.GERMAN)))
                .contains("German");
    }

    @Test
    void longTitleIsShortenedBetweenCharacters() {
        assertThat(english.source(Publication.titled("😀".repeat(300))))
                .isEqualTo("😀".repeat(99) + "…");
    }

    @Test
    void speakerLineHasTheRole() {
        assertThat(english.speaker(new Speaker("Julianne Smith", "US ambassador to NATO")))
                .isEqualTo("— Julianne Smith, US ambassador to NATO");
        assertThat(english.speaker(new Speaker("Jens Stoltenberg", null)))
                .isEqualTo("— Jens Stoltenberg");
    }
}
