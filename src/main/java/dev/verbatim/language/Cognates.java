package dev.verbatim.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;

/// Spells words as English would: what languages have in common differs mostly in its endings, as
/// in "extinción", "экстинкция" and "extinction".
///
/// The endings of a language are in its file, `translation.ending`, each with the English one:
/// `ción>tion`.
final class Cognates {

    /// What is left of a word before its ending.
    private static final int MIN_STEM = 3;

    /// Between an ending and what stands for it.
    static final char SEPARATOR = '>';

    private Cognates() {}

    /// The spellings of a word that English may have it in, in plain Latin letters and lower case:
    /// as it is, with an English ending, without any.
    ///
    /// @param stemmer of its language
    static List<String> of(String word, Language from, Analyzer stemmer) {
        String lower = word.toLowerCase(Locale.ROOT);
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(NameSimilarity.latin(lower));
        for (String ending : from.file().list("translation.ending")) {
            int cut = ending.indexOf(SEPARATOR);
            int stem = lower.length() - cut;
            if (stem >= MIN_STEM && lower.endsWith(ending.substring(0, cut))) {
                spellings.add(
                        NameSimilarity.latin(lower.substring(0, stem)) + ending.substring(cut + 1));
            }
        }
        AnalyzedTerms.of(stemmer, "", lower).stream()
                .map(NameSimilarity::latin)
                .forEach(spellings::add);
        return new ArrayList<>(spellings);
    }
}
