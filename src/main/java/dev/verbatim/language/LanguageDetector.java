package dev.verbatim.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.apache.lucene.analysis.CharArraySet;

/// Tells the language of a text. Thread-safe.
///
/// An article is long enough for OpenNLP's model of 183 languages: of the 960 paragraphs of XQuAD
/// in English, German, Spanish and Russian it knew 959, and 957 by their first 300 characters.
/// Optimaize is as accurate and smaller, but was last released in 2015; Lingua's light mode is as
/// accurate, and a hundred megabytes of jars. A question or a message isn't long enough: a
/// statistical detector is a coin flip on five words. Those are told by their function words, among
/// the few languages that make a difference.
///
/// The model is loaded when the first article without a known language comes, because it takes a
/// second or two and some 40 MB.
public final class LanguageDetector {

    // As right as the whole article, at a fraction of the time.
    /// Of two signs, one may be a word of both languages.
    private static final int CLEAR_LEAD = 2;

    private static final int ENOUGH = 1_000;

    /// One word in seven is a sign, or else the only one may be a part of a title.
    private static final int ENOUGH_SIGNS = 7;

    // Of less than a line of letters even readers make wrong guesses.
    private static final int TOO_FEW_LETTERS = 20;

    /// One function word of another language may be a name or a noun: "sea" is Spanish too.
    private static final int MIN_FOREIGN = 2;

    /// The model's codes have three letters. The JDK knows two for most of them; these are
    /// varieties for which the world writes the code of the whole.
    private static final Map<String, String> WHOLES =
            Map.of("cmn", "zh", "ekk", "et", "lvs", "lv", "pes", "fa", "zlm", "ms", "arb", "ar");

    /// Letters that the other language written with this alphabet lacks.
    private static final Map<Language, String> OWN_LETTERS =
            Map.of(Language.UKRAINIAN, "іїєґ", Language.RUSSIAN, "ыэъё");

    /// Letters of one language with Latin letters that the others here lack. Names have them too,
    /// so they only decide between languages that a question has other signs of.
    private static final Map<Language, String> MARKED_LETTERS =
            Map.of(
                    Language.SPANISH, "ñáíóú",
                    Language.FRENCH, "âêîôûçëœ",
                    Language.GERMAN, "äöß",
                    Language.ITALIAN, "ìò");

    private static final String SPANISH_MARKS = "¿¡";

    private static final Map<String, String> TWO_LETTERS =
            Arrays.stream(Locale.getISOLanguages())
                    .collect(
                            Collectors.toMap(
                                    code -> Locale.of(code).getISO3Language(),
                                    Function.identity(),
                                    (one, _) -> one));

    private LanguageDetector() {}

    /// Loaded when it is first used: that is when the JVM initializes a class.
    private static final class Model {

        private static final LanguageDetectorME DETECTOR = load();

        private static LanguageDetectorME load() {
            try (InputStream model = Model.class.getResourceAsStream("/langdetect-183.bin")) {
                return new LanguageDetectorME(
                        new LanguageDetectorModel(Objects.requireNonNull(model)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// What searches in languages with Latin letters leave out. Loaded with the first question.
    private static final class StopWords {

        private static final CharArraySet ENGLISH = Language.ENGLISH.stopWords();

        private static final List<CharArraySet> OTHERS =
                Arrays.stream(Language.values())
                        .filter(row -> row != Language.ENGLISH)
                        .filter(row -> row.script() == UnicodeScript.LATIN)
                        .map(Language::stopWords)
                        .toList();

        private static long count(List<String> words, CharArraySet stopWords) {
            return words.stream().filter(stopWords::contains).count();
        }
    }

    /// Tells the language of an article; [Locale#ROOT] when there is too little to tell by.
    public static Locale detect(String text) {
        String sample = text.substring(0, Math.min(ENOUGH, text.length()));
        return sample.codePoints().filter(Character::isLetter).count() < TOO_FEW_LETTERS
                ? Locale.ROOT
                : Locale.of(code(predict(sample)));
    }

    // One at a time, because OpenNLP doesn't promise that two threads may ask.
    private static synchronized String predict(String sample) {
        return Model.DETECTOR.predictLanguage(sample).getLang();
    }

    private static String code(String three) {
        return WHOLES.getOrDefault(three, TWO_LETTERS.getOrDefault(three, three));
    }

    /// The language with a file that has the most of some words as function words.
    ///
    /// @param lower the words of a question or of messages, in lower case
    /// @param inDoubt what is taken when it has as many as any other
    public static Language mostLikely(Collection<String> lower, Language inDoubt) {
        return Language.withFile().stream()
                .max(
                        Comparator.comparingLong((Language row) -> functionWords(row, lower))
                                .thenComparing(row -> row == inDoubt))
                .orElse(inDoubt);
    }

    /// A Cyrillic letter on its own is a word of several languages and decides nothing; a letter
    /// that only one of them has decides as much as a function word.
    private static long functionWords(Language language, Collection<String> lower) {
        String own = OWN_LETTERS.getOrDefault(language, "");
        List<String> forms = language.file().list("translation.function");
        return lower.stream()
                .filter(
                        word ->
                                hasAny(word, own)
                                        || forms.contains(word)
                                        || (!isCyrillicLetter(word)
                                                && language.isChatFunctionWord(word)))
                .count();
    }

    private static boolean hasAny(String word, String letters) {
        return !letters.isEmpty() && word.chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
    }

    private static boolean isCyrillicLetter(String word) {
        return word.length() == 1
                && UnicodeScript.of(word.codePointAt(0)) == UnicodeScript.CYRILLIC;
    }

    /// The language with a file that a question is most likely in: of those in its script, the one
    /// that has the most of its words as function words and of its letters to itself. English in
    /// doubt, and Russian where it can't be English.
    public static Language ofQuestion(String question) {
        if (hasAny(question, SPANISH_MARKS)) {
            return Language.SPANISH;
        }
        List<String> words = WordTokenizer.PLAIN.lower(Homoglyphs.mended(question));
        boolean latin = isLatin(question) && !opensInCyrillic(question);
        UnicodeScript script = latin ? UnicodeScript.LATIN : UnicodeScript.CYRILLIC;
        Language inDoubt = latin ? Language.ENGLISH : Language.RUSSIAN;
        return Language.withFile().stream()
                .filter(row -> row.script() == script)
                .max(
                        Comparator.comparingLong((Language row) -> signsAndLetters(row, words))
                                .thenComparing(row -> row == inDoubt))
                .filter(row -> signs(row, words) * ENOUGH_SIGNS >= words.size())
                .orElse(inDoubt);
    }

    /// A question with a long foreign name is in the language that it opens in.
    private static boolean opensInCyrillic(String question) {
        return question.codePoints()
                .filter(Character::isLetter)
                .limit(1)
                .anyMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.CYRILLIC);
    }

    /// Whether a question is clearly in its language and not in another: it is in another script,
    /// has two more of its function words, or opens as the language asks and has none that only the
    /// other one has. In doubt are key words, and a question with several function words of the
    /// other language, as when a French title is asked about in English.
    ///
    /// @param language that of [#ofQuestion]
    public static boolean isClear(String question, Language language, Language other) {
        List<String> words = WordTokenizer.PLAIN.lower(question);
        long foreign = foreignWords(words, language, other);
        boolean leads = signs(language, words) >= signs(other, words) + CLEAR_LEAD;
        boolean isMixed = foreign > 0 && functionWords(other, words) > MIN_FOREIGN;
        return language.script() != other.script()
                || hasAny(question, SPANISH_MARKS)
                || (foreign == 0 && openings(language, words) > 0)
                || (leads && !isMixed);
    }

    /// Whether a question may as well be in another language: that isn't clear, and it has function
    /// words of the other one alone, as an English question about a French title has.
    ///
    /// @param language that of [#ofQuestion]
    public static boolean isMixed(String question, Language language, Language other) {
        return !isClear(question, language, other)
                && foreignWords(WordTokenizer.PLAIN.lower(question), language, other) > 0;
    }

    /// How many words are function words of the other language alone.
    private static long foreignWords(List<String> words, Language language, Language other) {
        return functionWords(
                other, words.stream().filter(word -> !language.isChatFunctionWord(word)).toList());
    }

    private static long signs(Language language, List<String> words) {
        return functionWords(language, words) + openings(language, words);
    }

    private static long signsAndLetters(Language language, List<String> words) {
        long signs = signs(language, words);
        return signs == 0 ? 0 : signs + markedWords(language, words);
    }

    private static long markedWords(Language language, List<String> words) {
        String marked = MARKED_LETTERS.getOrDefault(language, "");
        return words.stream().filter(word -> hasAny(word, marked)).count();
    }

    /// 1 when a question opens with a phrase that the language asks with.
    private static long openings(Language language, List<String> words) {
        String question = String.join(" ", words) + " ";
        return language.file().union("phrase.ask-").stream()
                .filter(phrase -> question.startsWith(phrase + " "))
                .limit(1)
                .count();
    }

    /// Whether a question may be English, by its script and its function words. In doubt it may be:
    /// only the vector of a question in a language that the encoder doesn't know is worse than
    /// none.
    public static boolean mayBeEnglish(String question) {
        List<String> words = WordTokenizer.PLAIN.lower(question);
        long english = StopWords.count(words, StopWords.ENGLISH);
        long needed = Math.max(english + 1, MIN_FOREIGN);
        return isLatin(question)
                && StopWords.OTHERS.stream()
                        .noneMatch(other -> StopWords.count(words, other) >= needed);
    }

    private static boolean isLatin(String question) {
        long letters = question.codePoints().filter(Character::isLetter).count();
        long latin =
                question.codePoints()
                        .filter(Character::isLetter)
                        .filter(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN)
                        .count();
        return latin * 2 >= letters;
    }
}
