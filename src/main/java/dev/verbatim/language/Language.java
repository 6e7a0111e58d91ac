package dev.verbatim.language;

import com.ibm.icu.text.PluralRules;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/// A language that something is known of. One row each: its ISO 639 code, whether there is a file
/// of it, how Lucene stems it and what a search leaves out.
public enum Language {
    // English is first: where two languages are as likely as each other, the first one is taken.
    ENGLISH("en", Support.FULL, Language::english, Language::englishStopWords),
    GERMAN("de", Support.FULL, GermanAnalyzer::new, GermanAnalyzer::getDefaultStopSet),
    FRENCH("fr", Support.FULL, FrenchAnalyzer::new, FrenchAnalyzer::getDefaultStopSet),
    SPANISH("es", Support.FULL, SpanishAnalyzer::new, SpanishAnalyzer::getDefaultStopSet),
    ITALIAN("it", Support.FULL, ItalianAnalyzer::new, ItalianAnalyzer::getDefaultStopSet),
    // Lucene stems Ukrainian with a dictionary of its own, in another artifact.
    UKRAINIAN("uk", Support.FULL, TruncatingAnalyzer::new, () -> CharArraySet.EMPTY_SET),
    RUSSIAN("ru", Support.FULL, RussianAnalyzer::new, RussianAnalyzer::getDefaultStopSet),

    // The list of stop words that CJKAnalyzer has is English.
    ARABIC("ar", Support.SEARCH, ArabicAnalyzer::new, ArabicAnalyzer::getDefaultStopSet),
    CHINESE("zh", Support.SEARCH, CJKAnalyzer::new, () -> CharArraySet.EMPTY_SET),
    CZECH("cs", Support.SEARCH, CzechAnalyzer::new, CzechAnalyzer::getDefaultStopSet),
    DANISH("da", Support.SEARCH, DanishAnalyzer::new, DanishAnalyzer::getDefaultStopSet),
    DUTCH("nl", Support.SEARCH, DutchAnalyzer::new, DutchAnalyzer::getDefaultStopSet),
    FINNISH("fi", Support.SEARCH, FinnishAnalyzer::new, FinnishAnalyzer::getDefaultStopSet),
    GREEK("el", Support.SEARCH, GreekAnalyzer::new, GreekAnalyzer::getDefaultStopSet),
    HINDI("hi", Support.SEARCH, HindiAnalyzer::new, HindiAnalyzer::getDefaultStopSet),
    HUNGARIAN("hu", Support.SEARCH, HungarianAnalyzer::new, HungarianAnalyzer::getDefaultStopSet),
    JAPANESE("ja", Support.SEARCH, CJKAnalyzer::new, () -> CharArraySet.EMPTY_SET),
    KOREAN("ko", Support.SEARCH, CJKAnalyzer::new, () -> CharArraySet.EMPTY_SET),
    NORWEGIAN("no", Support.SEARCH, NorwegianAnalyzer::new, NorwegianAnalyzer::getDefaultStopSet),
    PERSIAN("fa", Support.SEARCH, PersianAnalyzer::new, PersianAnalyzer::getDefaultStopSet),
    PORTUGUESE(
            "pt", Support.SEARCH, PortugueseAnalyzer::new, PortugueseAnalyzer::getDefaultStopSet),
    ROMANIAN("ro", Support.SEARCH, RomanianAnalyzer::new, RomanianAnalyzer::getDefaultStopSet),
    SWEDISH("sv", Support.SEARCH, SwedishAnalyzer::new, SwedishAnalyzer::getDefaultStopSet),
    TURKISH("tr", Support.SEARCH, TurkishAnalyzer::new, TurkishAnalyzer::getDefaultStopSet);

    /// How much is known of a language.
    private enum Support {
        /// There is a [LanguageFile] of it.
        FULL,
        /// Articles in it are searched with its own stemmer and stop words; nothing else is known.
        SEARCH
    }

    private static final List<Language> WITH_FILE =
            Arrays.stream(values()).filter(row -> row.support == Support.FULL).toList();

    private final String code;
    private final Support support;

    @SuppressWarnings("ImmutableEnumChecker") // constructors and constants, which hold no state
    private final Supplier<Analyzer> analyzer;

    @SuppressWarnings("ImmutableEnumChecker") // the same
    private final Supplier<CharArraySet> stopWords;

    Language(
            String code,
            Support support,
            Supplier<Analyzer> analyzer,
            Supplier<CharArraySet> stopWords) {
        this.code = code;
        this.support = support;
        this.analyzer = analyzer;
        this.stopWords = stopWords;
    }

    private static Analyzer english() {
        return new EnglishAnalyzer(englishStopWords());
    }

    /// Lucene's own list for English has 33 words and none of "who", "what", "where", "did" or
    /// "how": in a small index these would be the rarest words of a question.
    private static CharArraySet englishStopWords() {
        return new CharArraySet(FunctionWords.of(ENGLISH).search(), true);
    }

    /// The languages that have a file, English first.
    public static List<Language> withFile() {
        return WITH_FILE;
    }

    /// The row of a language, whatever the country; empty when there is none.
    public static Optional<Language> of(Locale locale) {
        return Arrays.stream(values())
                .filter(row -> row.code.equals(locale.getLanguage()))
                .findFirst();
    }

    /// The row of a language that has a file; English for any other.
    public static Language orEnglish(Locale locale) {
        return of(locale).filter(WITH_FILE::contains).orElse(ENGLISH);
    }

    /// Makes the analyzer that articles in a language are searched with; for a language without a
    /// row, one that cuts words to their first letters.
    public static Analyzer analyzer(Locale locale) {
        return of(locale).map(row -> row.analyzer.get()).orElseGet(TruncatingAnalyzer::new);
    }

    /// The two letters of ISO 639: `de`.
    public String code() {
        return code;
    }

    public Locale locale() {
        return Locale.of(code);
    }

    /// What a search in the language leaves out.
    CharArraySet stopWords() {
        return stopWords.get();
    }

    /// Everything else that is known of the language; without entries when it has no file.
    public LanguageFile file() {
        return LanguageFile.named(code);
    }

    /// Whether a word, in lower case, says nothing of a subject.
    public boolean isFunctionWord(String lower) {
        return FunctionWords.of(this).question().contains(lower);
    }

    /// Whether a word, in lower case, says nothing of a subject in a chat, where people also greet,
    /// agree and hesitate.
    public boolean isChatFunctionWord(String lower) {
        return FunctionWords.of(this).chat().contains(lower);
    }

    /// The plural form of a count by CLDR's rules: `zero`, `one`, `two`, `few`, `many` or `other`.
    public String pluralForm(int count) {
        return PluralRules.forLocale(locale()).select(count);
    }
}
