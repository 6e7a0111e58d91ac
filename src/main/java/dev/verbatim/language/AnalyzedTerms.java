package dev.verbatim.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Reads the terms that a Lucene analyzer makes of a text. Thread-safe.
public final class AnalyzedTerms {

    private static final Analyzer ENGLISH_STEMS = new EnglishStemAnalyzer();
    private static final Analyzer OTHER_STEMS = new TruncatingAnalyzer();

    private static final Map<String, Analyzer> SEARCHED = new ConcurrentHashMap<>();

    private AnalyzedTerms() {}

    /// As an analyzer of Lucene's makes them, in the order of the text.
    ///
    /// @param field the analyzer may depend on
    public static List<String> of(Analyzer analyzer, String field, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can't be read", e);
        }
        return terms;
    }

    /// As they are searched in a language, in the order of the text.
    public static List<String> of(Locale language, String text) {
        Analyzer analyzer =
                SEARCHED.computeIfAbsent(
                        language.getLanguage(), code -> Language.analyzer(Locale.of(code)));
        return of(analyzer, "", text);
    }

    /// The stems of all words, function words too, for comparing texts with each other: what is in
    /// every text weighs nothing anyway. Other languages than English are cut to the words' first
    /// letters.
    public static List<String> stems(String text, Locale language) {
        boolean english = language.getLanguage().equals(Language.ENGLISH.code());
        return of(english ? ENGLISH_STEMS : OTHER_STEMS, "", text);
    }

    private static final class EnglishStemAnalyzer extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream lower = new LowerCaseFilter(new EnglishPossessiveFilter(words));
            return new TokenStreamComponents(words, new PorterStemFilter(lower));
        }
    }

    /// An analyzer that cuts words to their first letters, which for languages that inflect does
    /// most of what a stemmer does. No word is left out.
    static final class TruncatingAnalyzer extends Analyzer {

        /// How many letters of a word are kept.
        private static final int STEM = 6;

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream lower = new LowerCaseFilter(words);
            return new TokenStreamComponents(
                    words, TruncateTokenFilter.truncateAfterCodePoints(lower, STEM));
        }
    }
}
