package dev.verbatim.summary;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The words of a text without their endings, and how often each stands there.
///
/// Other languages than English are cut to the words' first letters, which for comparing the
/// sentences of one article does most of what a stemmer does. No word is left out: what stands in
/// every sentence weighs nothing anyway.
record TermVector(Map<String, Integer> counts) {

    private static final int STEM = 6;

    static TermVector of(String text, Locale language) {
        StandardTokenizer words = new StandardTokenizer();
        words.setReader(new StringReader(text));
        try (TokenStream stems = stems(words, language)) {
            return new TermVector(counts(stems));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can't be read", e);
        }
    }

    private static TokenStream stems(StandardTokenizer words, Locale language) {
        return language.getLanguage().equals("en")
                ? new PorterStemFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)))
                : TruncateTokenFilter.truncateAfterCodePoints(new LowerCaseFilter(words), STEM);
    }

    private static Map<String, Integer> counts(TokenStream stems) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        CharTermAttribute term = stems.addAttribute(CharTermAttribute.class);
        stems.reset();
        while (stems.incrementToken()) {
            counts.merge(term.toString(), 1, Integer::sum);
        }
        stems.end();
        return counts;
    }
}
