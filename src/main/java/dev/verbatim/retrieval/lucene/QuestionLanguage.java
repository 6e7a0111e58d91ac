package dev.verbatim.retrieval.lucene;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/// Tells whether a question may be English, by its script and its function words.
///
/// A statistical detector is a coin flip on five words, and a vector of a question in a language
/// that the encoder doesn't know is worse than none. In doubt the question counts as English.
final class QuestionLanguage {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    /// One function word of another language may be a name or a noun: "sea" is Spanish too.
    private static final int MIN_FOREIGN = 2;

    private static final List<CharArraySet> OTHERS =
            List.of(
                    CzechAnalyzer.getDefaultStopSet(),
                    DanishAnalyzer.getDefaultStopSet(),
                    DutchAnalyzer.getDefaultStopSet(),
                    FinnishAnalyzer.getDefaultStopSet(),
                    FrenchAnalyzer.getDefaultStopSet(),
                    GermanAnalyzer.getDefaultStopSet(),
                    HungarianAnalyzer.getDefaultStopSet(),
                    ItalianAnalyzer.getDefaultStopSet(),
                    NorwegianAnalyzer.getDefaultStopSet(),
                    PortugueseAnalyzer.getDefaultStopSet(),
                    RomanianAnalyzer.getDefaultStopSet(),
                    SpanishAnalyzer.getDefaultStopSet(),
                    SwedishAnalyzer.getDefaultStopSet(),
                    TurkishAnalyzer.getDefaultStopSet());

    private QuestionLanguage() {}

    static boolean mayBeEnglish(String question) {
        List<String> words =
                WORD.matcher(question)
                        .results()
                        .map(word -> word.group().toLowerCase(Locale.ROOT))
                        .toList();
        long english = count(words, FunctionWords.ENGLISH);
        long needed = Math.max(english + 1, MIN_FOREIGN);
        return isLatin(question)
                && OTHERS.stream().noneMatch(other -> count(words, other) >= needed);
    }

    private static long count(List<String> words, CharArraySet functionWords) {
        return words.stream().filter(functionWords::contains).count();
    }

    private static boolean isLatin(String question) {
        long letters = question.codePoints().filter(Character::isLetter).count();
        long latin =
                question.codePoints()
                        .filter(Character::isLetter)
                        .filter(
                                letter ->
                                        Character.UnicodeScript.of(letter)
                                                == Character.UnicodeScript.LATIN)
                        .count();
        return latin * 2 >= letters;
    }
}
