package dev.verbatim.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// A word of a text with its stem.
///
/// @param text as it was written
/// @param start its place in the text that it is of, in UTF-16 units
record StemmedToken(String stem, String text, int start) {

    /// All of them before any is looked up: an analyzer makes one stream at a time.
    static List<StemmedToken> all(String text, Analyzer stemmer) {
        List<StemmedToken> all = new ArrayList<>();
        try (TokenStream tokens = stemmer.tokenStream("", text)) {
            CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String word = text.substring(place.startOffset(), place.endOffset());
                all.add(new StemmedToken(stem.toString(), word, place.startOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can't be read", e);
        }
        return all;
    }

    /// Exclusive.
    int end() {
        return start + text.length();
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}
