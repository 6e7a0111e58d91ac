package dev.verbatim.answer;

import java.util.List;
import java.util.regex.Pattern;

/// Tells key mashing and encoded data from words, by what words of no language look like.
final class GibberishDetector {

    /// Longer than what people write as one word: a law in Germany had 63 letters.
    private static final int MAX_LETTERS = 64;

    /// Seven consonants in a row, of which "ch" and "sch" are one each: "Angstschweiß" has six.
    private static final Pattern MASHED =
            Pattern.compile("(?>sch|ch|[bcdfghjklmnpqrstvwxzбвгджзйклмнпрстфхцчшщ]){7}");

    private static final Pattern REPEATED = Pattern.compile("(\\p{L})\\1{4}");

    /// Not "H1N1".
    private static final Pattern DIGITS_AMONG_LETTERS =
            Pattern.compile("\\p{L}+\\p{N}+\\p{L}+\\p{N}+\\p{L}");

    /// Scripts that put no blanks between words: what looks like one may be a whole question.
    private static final Pattern WITHOUT_BLANKS =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}"
                            + "\\p{IsMyanmar}]");

    private GibberishDetector() {}

    /// Whether more than half of the letters are in such words.
    static boolean isMostlyGibberish(List<String> words) {
        int letters = words.stream().mapToInt(String::length).sum();
        int gibberish =
                words.stream().filter(GibberishDetector::isWordless).mapToInt(String::length).sum();
        return gibberish * 2 > letters;
    }

    private static boolean isWordless(String word) {
        return REPEATED.matcher(word).find() || isUnlikely(word);
    }

    private static boolean isUnlikely(String word) {
        boolean unlikely =
                word.length() > MAX_LETTERS
                        || MASHED.matcher(word).find()
                        || DIGITS_AMONG_LETTERS.matcher(word).find();
        return unlikely && !WITHOUT_BLANKS.matcher(word).find();
    }
}
