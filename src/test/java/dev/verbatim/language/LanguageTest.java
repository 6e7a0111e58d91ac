package dev.verbatim.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// An eighth language is one file and one row: what a file must have is checked here.
class LanguageTest {

    private static final Path FOLDER = Path.of("src/main/resources/dev/verbatim/language");

    /// What a language may do without, since grammars differ: the sets are what its own phrases are
    /// built of, and some classes of words it doesn't have.
    private static final Pattern OPTIONAL =
            Pattern.compile(
                    "function\\.question|phrase\\.apart|chat\\.set\\..+|boilerplate\\..+"
                            + "|lexicon\\.(adverb|role)\\.ending|lexicon\\.(definite|passive)"
                            + "|lexicon\\.(participle|pronoun\\.plural|role|role\\.male)"
                            + "|lexicon\\.verb\\.(bare|noun|passive|told)|summary\\.(definite|qualifier)");

    private static final Pattern PLURAL_FORM = Pattern.compile(".*\\.(one|few|many|other)");

    static Stream<Language> languages() {
        return Language.withFile().stream();
    }

    @Test
    void everyRowHasItsFileAndEveryFileItsRow() throws IOException {
        Set<String> files;
        try (Stream<Path> paths = Files.list(FOLDER)) {
            files =
                    paths.filter(Files::isRegularFile)
                            .map(path -> path.getFileName().toString().replace(".properties", ""))
                            .filter(name -> !name.equals("shared"))
                            .collect(Collectors.toSet());
        }

        assertThat(languages().map(Language::code))
                .containsExactlyInAnyOrderElementsOf(files)
                .contains("en", "de", "fr", "es", "it", "uk", "ru");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fileHasEveryKeyThatEnglishHas(Language language) {
        assertThat(requiredKeys(Language.ENGLISH)).isNotEmpty();
        assertThat(language.file().keys("")).containsAll(requiredKeys(Language.ENGLISH));
    }

    /// A misspelled key would never be read.
    @ParameterizedTest
    @MethodSource("languages")
    void fileHasNoKeyThatEnglishLacks(Language language) {
        Pattern ownGrammar =
                Pattern.compile(
                        "chat\\.set\\..+|summary\\.predicate|lexicon\\.(ordinal|clitic|insertion)"
                                + "|lexicon\\.((group|role)\\.beginning|name\\.(male|female))");

        assertThat(language.file().keys(""))
                .filteredOn(key -> !PLURAL_FORM.matcher(key).matches())
                .filteredOn(key -> !ownGrammar.matcher(key).matches())
                .isSubsetOf(Language.ENGLISH.file().keys(""));
    }

    private static Set<String> requiredKeys(Language language) {
        return language.file().keys("").stream()
                .filter(key -> !OPTIONAL.matcher(key).matches())
                .filter(key -> !PLURAL_FORM.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fileListsBoilerplate(Language language) {
        assertThat(language.file().keys("boilerplate.")).hasSizeGreaterThan(3);
    }

    @Test
    void englishIsFirst() {
        assertThat(Language.withFile()).startsWith(Language.ENGLISH);
    }

    @Test
    void rowsHaveDifferentCodes() {
        assertThat(Stream.of(Language.values()).map(Language::code)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "de,GERMAN",
        "de-AT,GERMAN",
        "uk-UA,UKRAINIAN",
        "pl,ENGLISH",
        "sv,ENGLISH",
        "'',ENGLISH"
    })
    void englishReplacesLanguagesWithoutFile(String tag, Language language) {
        assertThat(Language.orEnglish(Locale.forLanguageTag(tag))).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "en,0,other",
        "en,1,one",
        "en,2,other",
        "en,21,other",
        "de,0,other",
        "de,1,one",
        "de,2,other",
        "es,0,other",
        "es,1,one",
        "es,2,other",
        "it,0,other",
        "it,1,one",
        "it,2,other",
        "fr,0,one",
        "fr,1,one",
        "fr,2,other",
        "ru,0,many",
        "ru,1,one",
        "ru,2,few",
        "ru,5,many",
        "ru,11,many",
        "ru,12,many",
        "ru,21,one",
        "ru,22,few",
        "ru,111,many",
        "ru,112,many",
        "ru,121,one",
        "uk,0,many",
        "uk,1,one",
        "uk,2,few",
        "uk,5,many",
        "uk,11,many",
        "uk,12,many",
        "uk,21,one",
        "uk,22,few",
        "uk,111,many",
        "uk,112,many",
        "uk,121,one"
    })
    void pluralsFollowCldr(String code, int count, String form) {
        assertThat(Language.orEnglish(Locale.of(code)).pluralForm(count)).isEqualTo(form);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyPluralFormOfALanguageIsInItsFile(Language language) {
        Set<String> forms =
                IntStream.range(0, 1_000)
                        .mapToObj(language::pluralForm)
                        .map(form -> "message.articles." + form)
                        .collect(Collectors.toSet());

        assertThat(language.file().keys("message.articles.")).isEqualTo(forms);
    }

    @Test
    void lackingListIsEmptyAndLackingTextIsEnglish() {
        LanguageFile none = LanguageFile.of(Locale.of("pl"));

        assertThat(none.list("phrase.more")).isEmpty();
        assertThat(none.text("message.remark.thanks")).isEqualTo("You’re welcome.");
        assertThatThrownBy(() -> none.text("message.nothing"))
                .isInstanceOf(MissingResourceException.class);
    }

    @Test
    void unknownLanguageHasTheEnglishFile() {
        assertThat(LanguageFile.of(Locale.ROOT)).isSameAs(Language.ENGLISH.file());
    }

    @Test
    void listKeepsItsOrder() {
        assertThat(Language.GERMAN.file().list("phrase.ask-reason"))
                .containsExactly("warum", "wieso", "weshalb", "weswegen", "wozu");
    }

    @ParameterizedTest
    @CsvSource({"us,true", "may,true", "nato,false", "hello,false"})
    void functionWordsOfQuestions(String word, boolean expected) {
        assertThat(Language.ENGLISH.isFunctionWord(word)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"us,true", "hello,true", "nato,false"})
    void functionWordsOfChats(String word, boolean expected) {
        assertThat(Language.ENGLISH.isChatFunctionWord(word)).isEqualTo(expected);
    }

    @Test
    void searchKeepsWordsThatAreAlsoNames() {
        assertThat(FunctionWords.of(Language.ENGLISH).search())
                .contains("who", "what", "did")
                .doesNotContain("us", "may", "might");
    }
}
