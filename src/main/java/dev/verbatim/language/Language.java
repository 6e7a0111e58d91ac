package dev.verbatim.language;

import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.LATIN;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import dev.verbatim.language.AnalyzedTerms.TruncatingAnalyzer;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopwordAnalyzerBase;
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

/// A language that is supported, in full or for search. One row each: its ISO 639 code, whether
/// there is a file of it, its script, and how Lucene stems it.
public enum Language {
    // English is first: where two languages are as likely as each other, the first one is taken.
    ENGLISH("en", Support.FULL, LATIN, Language::english),
    GERMAN("de", Support.FULL, LATIN, GermanAnalyzer::new),
    FRENCH("fr", Support.FULL, LATIN, FrenchAnalyzer::new),
    SPANISH("es", Support.FULL, LATIN, SpanishAnalyzer::new),
    ITALIAN("it", Support.FULL, LATIN, ItalianAnalyzer::new),
    // Lucene stems Ukrainian with a dictionary of its own, in another artifact.
    UKRAINIAN("uk", Support.FULL, CYRILLIC, TruncatingAnalyzer::new),
    RUSSIAN("ru", Support.FULL, CYRILLIC, RussianAnalyzer::new),

    ARABIC("ar", Support.SEARCH, UnicodeScript.ARABIC, ArabicAnalyzer::new),
    CHINESE("zh", Support.SEARCH, UnicodeScript.HAN, CJKAnalyzer::new),
    CZECH("cs", Support.SEARCH, LATIN, CzechAnalyzer::new),
    DANISH("da", Support.SEARCH, LATIN, DanishAnalyzer::new),
    DUTCH("nl", Support.SEARCH, LATIN, DutchAnalyzer::new) {
        // The only one of Lucene's that doesn't tell its own.
        @Override
        CharArraySet stopWords() {
            return DutchAnalyzer.getDefaultStopSet();
        }
    },
    FINNISH("fi", Support.SEARCH, LATIN, FinnishAnalyzer::new),
    GREEK("el", Support.SEARCH, UnicodeScript.GREEK, GreekAnalyzer::new),
    HINDI("hi", Support.SEARCH, UnicodeScript.DEVANAGARI, HindiAnalyzer::new),
    HUNGARIAN("hu", Support.SEARCH, LATIN, HungarianAnalyzer::new),
    JAPANESE("ja", Support.SEARCH, UnicodeScript.HAN, CJKAnalyzer::new),
    KOREAN("ko", Support.SEARCH, UnicodeScript.HANGUL, CJKAnalyzer::new),
    NORWEGIAN("no", Support.SEARCH, LATIN, NorwegianAnalyzer::new),
    PERSIAN("fa", Support.SEARCH, UnicodeScript.ARABIC, PersianAnalyzer::new),
    PORTUGUESE("pt", Support.SEARCH, LATIN, PortugueseAnalyzer::new),
    ROMANIAN("ro", Support.SEARCH, LATIN, RomanianAnalyzer::new),
    SWEDISH("sv", Support.SEARCH, LATIN, SwedishAnalyzer::new),
    TURKISH("tr", Support.SEARCH, LATIN, TurkishAnalyzer::new);

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
    private final UnicodeScript script;

    @SuppressWarnings("ImmutableEnumChecker") // constructors, which hold no state
    private final Supplier<Analyzer> analyzer;

    Language(String code, Support support, UnicodeScript script, Supplier<Analyzer> analyzer) {
        this.code = code;
        this.support = support;
        this.script = script;
        this.analyzer = analyzer;
    }

    /// Lucene's own list for English has 33 words and none of "who", "what", "where", "did" or
    /// "how": in a small index these would be the rarest words of a question.
    private static Analyzer english() {
        return new EnglishAnalyzer(new CharArraySet(FunctionWords.of(ENGLISH).search(), true));
    }

    /// The countries and well-known cities as they are called in a language, in lower case. The
    /// cities are those after which a time zone is named: most capitals, and the largest others.
    public static Set<String> places(Locale language) {
        TimeZoneNames cities = TimeZoneNames.getInstance(language);
        Stream<String> zones =
                TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)
                        .stream();
        Stream<String> countries =
                Arrays.stream(Locale.getISOCountries())
                        .map(country -> Locale.of("", country).getDisplayCountry(language));
        return Stream.concat(zones.map(cities::getExemplarLocationName), countries)
                .filter(Objects::nonNull)
                .map(place -> place.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
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

    UnicodeScript script() {
        return script;
    }

    /// What a search in the language leaves out.
    CharArraySet stopWords() {
        return analyzer.get() instanceof StopwordAnalyzerBase stopping
                ? stopping.getStopwordSet()
                : CharArraySet.EMPTY_SET;
    }

    /// Makes an analyzer with the stems of [#analyzer] that leaves no word out.
    Analyzer stemmer() {
        return switch (this) {
            case ENGLISH -> new EnglishAnalyzer(CharArraySet.EMPTY_SET);
            case GERMAN -> new GermanAnalyzer(CharArraySet.EMPTY_SET);
            case FRENCH -> new FrenchAnalyzer(CharArraySet.EMPTY_SET);
            case SPANISH -> new SpanishAnalyzer(CharArraySet.EMPTY_SET);
            case ITALIAN -> new ItalianAnalyzer(CharArraySet.EMPTY_SET);
            case RUSSIAN -> new RussianAnalyzer(CharArraySet.EMPTY_SET);
            default -> analyzer.get();
        };
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
