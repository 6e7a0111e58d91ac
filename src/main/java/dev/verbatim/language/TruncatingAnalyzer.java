package dev.verbatim.language;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// An analyzer that cuts words to their first letters, which for languages that inflect does most
/// of what a stemmer does. No word is left out.
final class TruncatingAnalyzer extends Analyzer {

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
