package dev.verbatim.retrieval.lucene;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
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
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/// Analyses each field by the language in its name: `text.de` in German.
///
/// A language that Lucene has no analyser for is cut to its words' first letters, which for
/// languages that inflect does most of what a stemmer does.
final class LanguageAnalyzers extends DelegatingAnalyzerWrapper {

    /// How many letters of a word are kept where there is no stemmer.
    private static final int STEM = 6;

    private static final Map<String, Supplier<Analyzer>> BY_LANGUAGE =
            Map.ofEntries(
                    Map.entry("ar", ArabicAnalyzer::new),
                    Map.entry("cs", CzechAnalyzer::new),
                    Map.entry("da", DanishAnalyzer::new),
                    Map.entry("de", GermanAnalyzer::new),
                    Map.entry("el", GreekAnalyzer::new),
                    Map.entry("en", () -> new EnglishAnalyzer(FunctionWords.ENGLISH)),
                    Map.entry("es", SpanishAnalyzer::new),
                    Map.entry("fa", PersianAnalyzer::new),
                    Map.entry("fi", FinnishAnalyzer::new),
                    Map.entry("fr", FrenchAnalyzer::new),
                    Map.entry("hi", HindiAnalyzer::new),
                    Map.entry("hu", HungarianAnalyzer::new),
                    Map.entry("it", ItalianAnalyzer::new),
                    Map.entry("ja", CJKAnalyzer::new),
                    Map.entry("ko", CJKAnalyzer::new),
                    Map.entry("nl", DutchAnalyzer::new),
                    Map.entry("no", NorwegianAnalyzer::new),
                    Map.entry("pt", PortugueseAnalyzer::new),
                    Map.entry("ro", RomanianAnalyzer::new),
                    Map.entry("ru", RussianAnalyzer::new),
                    Map.entry("sv", SwedishAnalyzer::new),
                    Map.entry("tr", TurkishAnalyzer::new),
                    Map.entry("zh", CJKAnalyzer::new));

    private final Map<String, Analyzer> analyzers = new ConcurrentHashMap<>();

    LanguageAnalyzers() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    /// The name of the field that holds texts of a language.
    static String field(Locale language) {
        String code = language.getLanguage();
        return IndexFields.TEXT_PREFIX + (code.isEmpty() ? "und" : code);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        String language = field.substring(IndexFields.TEXT_PREFIX.length());
        return analyzers.computeIfAbsent(language, LanguageAnalyzers::make);
    }

    private static Analyzer make(String language) {
        return BY_LANGUAGE.getOrDefault(language, Truncating::new).get();
    }

    private static final class Truncating extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream lower = new LowerCaseFilter(words);
            return new TokenStreamComponents(
                    words, TruncateTokenFilter.truncateAfterCodePoints(lower, STEM));
        }
    }
}
