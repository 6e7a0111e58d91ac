package dev.verbatim.language;

import com.ibm.icu.text.BreakIterator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    // A bit for each of the Unicode categories L, M and N.
    private static final int PARTS =
            (1 << Character.UPPERCASE_LETTER)
                    | (1 << Character.LOWERCASE_LETTER)
                    | (1 << Character.TITLECASE_LETTER)
                    | (1 << Character.MODIFIER_LETTER)
                    | (1 << Character.OTHER_LETTER)
                    | (1 << Character.NON_SPACING_MARK)
                    | (1 << Character.ENCLOSING_MARK)
                    | (1 << Character.COMBINING_SPACING_MARK)
                    | (1 << Character.DECIMAL_DIGIT_NUMBER)
                    | (1 << Character.LETTER_NUMBER)
                    | (1 << Character.OTHER_NUMBER);

    private static final Pattern BLANKS = Pattern.compile("\\s++");
    private static final Set<Character.UnicodeScript> WITHOUT_BLANKS =
            EnumSet.of(
                    Character.UnicodeScript.HAN,
                    Character.UnicodeScript.HIRAGANA,
                    Character.UnicodeScript.KATAKANA,
                    Character.UnicodeScript.THAI,
                    Character.UnicodeScript.LAO,
                    Character.UnicodeScript.KHMER,
                    Character.UnicodeScript.MYANMAR);

    private final String joiners;

    private WordTokenizer(String joiners) {
        this.joiners = joiners;
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

        public String lower() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /// The words in the order of the text, found as they are asked for.
    public Stream<Word> words(String text) {
        return Stream.iterate(
                next(text, 0), word -> word.start() < word.end(), word -> next(text, word.end()));
    }

    /// The first word from a place on; an empty one when there is none.
    private Word next(String text, int from) {
        int start = from;
        while (start < text.length() && !isPart(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = end(text, start, text.length());
        return new Word(text.substring(start, end), start, end);
    }

    /// The number of words between blanks, and of words inside those that are in a script without
    /// blanks, such as Chinese, Japanese or Thai.
    public static int count(String text) {
        int count = 0;
        for (String word : BLANKS.split(text.strip(), -1)) {
            count += word.codePoints().anyMatch(WordTokenizer::needsNoBlanks) ? segments(word) : 1;
        }
        return count;
    }

    private static boolean needsNoBlanks(int codePoint) {
        return WITHOUT_BLANKS.contains(Character.UnicodeScript.of(codePoint));
    }

    /// By the dictionaries of ICU.
    private static int segments(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(text);
        int count = 0;
        breaks.first();
        while (breaks.next() != BreakIterator.DONE) {
            count += breaks.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT ? 1 : 0;
        }
        return count;
    }

    /// The words in lower case.
    public List<String> lower(String text) {
        return words(text).map(Word::lower).toList();
    }

    /// The end of the word that begins at a place; that place when none does.
    ///
    /// @param to where the text ends for this purpose
    public int end(CharSequence text, int from, int to) {
        int end = endOfRun(text, from, to);
        int joined = end > from ? endOfJoined(text, end, to) : end;
        while (joined > end) {
            end = joined;
            joined = endOfJoined(text, end, to);
        }
        return end;
    }

    /// The end of the run that a joiner at a place ties to what precedes it; that place when none.
    private int endOfJoined(CharSequence text, int at, int to) {
        if (at >= to || joiners.indexOf(text.charAt(at)) < 0) {
            return at;
        }
        int end = endOfRun(text, at + 1, to);
        return end > at + 1 ? end : at;
    }

    private static int endOfRun(CharSequence text, int from, int to) {
        int end = from;
        int next = afterPart(text, end, to);
        while (next > end) {
            end = next;
            next = afterPart(text, end, to);
        }
        return end;
    }

    /// The place after a character of a word; that place when it is none.
    private static int afterPart(CharSequence text, int at, int to) {
        if (at >= to) {
            return at;
        }
        int character = Character.codePointAt(text, at);
        int next = at + Character.charCount(character);
        return next <= to && isPart(character) ? next : at;
    }

    /// Whether a character can be part of a word: a letter, a mark or a number.
    public static boolean isPart(int character) {
        return ((PARTS >> Character.getType(character)) & 1) != 0;
    }
}
