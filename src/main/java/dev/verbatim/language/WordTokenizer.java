package dev.verbatim.language;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A tokenizer that finds the words of a text and where they are.
///
/// A word is a run of letters, marks and digits. What joins two runs to one word is the only
/// choice: nothing for phrases without punctuation, a hyphen or an apostrophe where these belong to
/// the word. Immutable and thread-safe.
public final class WordTokenizer {

    /// Takes every run for a word: "d'accord" is two.
    public static final WordTokenizer PLAIN = new WordTokenizer("");

    private static final String RUN = "[\\p{L}\\p{M}\\p{N}]++";

    private final Pattern word;

    private WordTokenizer(String joiners) {
        word = Pattern.compile(joiners.isEmpty() ? RUN : RUN + joined(joiners));
    }

    private static String joined(String joiners) {
        return "(?:[" + Pattern.quote(joiners) + "]" + RUN + ")*+";
    }

    /// Takes runs with one of some characters between them for one word.
    ///
    /// @param joiners such as `-'’`
    public static WordTokenizer joinedBy(String joiners) {
        return new WordTokenizer(joiners);
    }

    /// A word of a text.
    ///
    /// @param text as it is written
    /// @param start in the text, in UTF-16 units
    /// @param end after its last character
    public record Word(String text, int start, int end) {

        private static Word of(MatchResult match) {
            return new Word(match.group(), match.start(), match.end());
        }

        public String lower() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /// The words in the order of the text, found as they are asked for.
    public Stream<Word> words(String text) {
        return word.matcher(text).results().map(Word::of);
    }

    /// The words in lower case.
    public List<String> lower(String text) {
        return words(text).map(Word::lower).toList();
    }

    /// The end of the word that begins at a place; that place when none does.
    ///
    /// @param to where the text ends for this purpose
    public int end(String text, int from, int to) {
        Matcher matcher = word.matcher(text).region(from, to);
        return matcher.lookingAt() ? matcher.end() : from;
    }
}
