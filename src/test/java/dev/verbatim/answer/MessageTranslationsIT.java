package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.language.Language;
import dev.verbatim.language.LanguageFile;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The bot's own words in every language that has a file. A new language is tested as soon as its
/// row is there.
class MessageTranslationsIT {

    private static final String SECTION = "message.";
    private static final Translation ENGLISH = Translation.in(Language.ENGLISH);
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");
    private static final Pattern COUNTED = Pattern.compile("(.+)\\.(one|few|many|other)");
    private static final Object[] ARGUMENTS = {"X", "X", "X", "X", "X"};

    /// The words in one language, by their keys without the section's name.
    record Translation(Language language, Map<String, String> lines) {

        static Translation in(Language language) {
            Map<String, String> lines = new TreeMap<>();
            LanguageFile file = language.file();
            file.keys(SECTION)
                    .forEach(key -> lines.put(key.substring(SECTION.length()), file.text(key)));
            return new Translation(language, lines);
        }

        /// Its lines of which something is wrong, with their words.
        List<String> lines(BiPredicate<String, String> wrong) {
            return lines.entrySet().stream()
                    .filter(line -> wrong.test(line.getKey(), line.getValue()))
                    .map(line -> language + ": " + line)
                    .toList();
        }

        Locale locale() {
            return language.locale();
        }

        @Override
        public String toString() {
            return language.code();
        }
    }

    static Stream<Translation> languages() {
        return Language.withFile().stream().map(Translation::in);
    }

    @Test
    void readerCanChooseEveryLanguageWithAFile() {
        assertThat(MessageCatalog.languages())
                .extracting(Locale::getLanguage)
                .containsExactly("de", "en", "es", "fr", "it", "ru", "uk");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void translationHasEveryLineOfEnglish(Translation language) {
        List<String> missing = missing(ENGLISH, language);

        assertThat(missing).as("%s lacks %s", language, missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void translationHasNoLineThatEnglishLacks(Translation language) {
        List<String> missing = missing(language, ENGLISH);

        assertThat(missing).as("%s has %s, which English lacks", language, missing).isEmpty();
    }

    private static List<String> missing(Translation of, Translation in) {
        return of.lines().keySet().stream()
                .filter(key -> !COUNTED.matcher(key).matches())
                .filter(key -> !in.lines().containsKey(key))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void countedThingsHaveEveryPluralFormOfTheLanguage(Translation language) {
        var wanted = new TreeSet<String>();
        for (String thing : counted()) {
            IntStream.range(0, 200)
                    .mapToObj(language.language()::pluralForm)
                    .forEach(form -> wanted.add(thing + "." + form));
        }

        assertThat(language.lines().keySet())
                .filteredOn(key -> COUNTED.matcher(key).matches())
                .as("counted in " + language)
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    private static List<String> counted() {
        return ENGLISH.lines().keySet().stream()
                .map(COUNTED::matcher)
                .filter(key -> key.matches())
                .map(key -> key.group(1))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void lineHasTheSamePlaceholdersAsInEnglish(Translation language) {
        assertThat(
                        language.lines(
                                (key, words) ->
                                        !COUNTED.matcher(key).matches()
                                                && !places(words).equals(places(english(key)))))
                .isEmpty();
        assertThat(
                        language.lines(
                                (key, words) ->
                                        COUNTED.matcher(key).matches()
                                                && !places(words).equals(List.of("{0}"))))
                .isEmpty();
    }

    private static String english(String key) {
        return ENGLISH.lines().getOrDefault(key, "");
    }

    private static List<String> places(String words) {
        return PLACE.matcher(words).results().map(MatchResult::group).sorted().distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLineIsAValidMessageFormat(Translation language) {
        MessageCatalog messages = MessageCatalog.in(language.locale());

        assertThat(
                        language.lines(
                                (key, words) ->
                                        !messages.say(key, ARGUMENTS).equals(filledIn(words))))
                .as("said otherwise than it is written")
                .isEmpty();
    }

    private static String filledIn(String words) {
        assertThat(new MessageFormat(words, Locale.ROOT).getFormats()).allMatch(Objects::isNull);
        return PLACE.matcher(words).replaceAll("X");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noLineHasStraightQuotationMarks(Translation language) {
        assertThat(language.lines((_, words) -> words.matches("(?s).*['\"].*")))
                .as("a straight apostrophe swallows what follows it: write ’")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noLineIsEmptyOrHasSurroundingWhitespace(Translation language) {
        assertThat(language.lines((_, words) -> !words.strip().equals(words) || words.isBlank()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noLineWasLeftInEnglish(Translation language) {
        assertThat(
                        language.lines(
                                (key, words) ->
                                        words.length() > 25
                                                && !language.equals(ENGLISH)
                                                && words.equals(english(key))))
                .isEmpty();
    }

    /// What Telegram takes, and what still can be read: a button takes half of a narrow screen, a
    /// notice covers the chat.
    @ParameterizedTest
    @CsvSource(
            delimiter = '%',
            value = {
                "telegram.description                                        % 512",
                "telegram.short-description                                  % 120",
                "telegram.command-.*                                         % 60",
                "telegram.(nearest|context|context-hide|other-passages)      % 26",
                "telegram.(copy-citation|share|answers-it|answers-it-not)    % 26",
                "telegram.editor-(replace|remove-confirmed|cancel)           % 20",
                "telegram.settings-(language|articles|length)                 % 26",
                "telegram.settings-[a-z]+-(reader|all|chosen|short|normal|long) % 26",
                "telegram.settings-done                                      % 20",
                "telegram.(earlier|later)-page                               % 12",
                "telegram.inline-hint                                        % 40",
                "telegram.(question|button)-lost                             % 200",
                "telegram.(article-changed|no-other-passages)                % 200",
                "telegram.(feedback-thanks|settings-saved)                   % 200",
                "telegram.(settings-admins-only|editor-only)                 % 200",
                "telegram.archive-(setting.*|days)                           % 26",
                "telegram.(archive-is-on|admins-only)                        % 200",
                "telegram.catchup-(overview|topics|decisions|actions)         % 28",
                "telegram.catchup-(questions|answered|links|articles)         % 32",
                "telegram.catchup-privately                                  % 26",
                "telegram.catchup-(sent|not-member|jump|jump-gone)           % 200",
                "telegram.group-greeting-.*                                  % 800",
                ".*                                                          % 900",
            })
    void lineFitsWhereItIsShown(String keys, int most) {
        assertThat(ENGLISH.lines().keySet()).anyMatch(key -> key.matches(keys));
        assertThat(languages())
                .allSatisfy(
                        language ->
                                assertThat(
                                                language.lines(
                                                        (key, words) ->
                                                                key.matches(keys)
                                                                        && words.length() > most))
                                        .isEmpty());
    }

    @Test
    void frenchPunctuationHasNoBreakSpaces() {
        Translation french = Translation.in(Language.FRENCH);
        Pattern loose = Pattern.compile(" [:;?!]|« \\{|\\{\\d} »");

        assertThat(french.lines((_, words) -> loose.matcher(words).find()))
                .as("want a no-break space")
                .isEmpty();
    }
}
