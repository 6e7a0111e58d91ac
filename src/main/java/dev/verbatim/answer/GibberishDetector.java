package dev.verbatim.answer;

import java.util.List;
import java.util.regex.Pattern;

/// A detector of key mashing and encoded data, by patterns that occur in words of no language.
final class GibberishDetector {

    /// Longer than what people write as one word: the longest German law name had 63 letters.
    private static final int MAX_LETTERS = 64;

    /// Seven consonants in a row, counting "ch" and "sch" as one: "Angstschweiß" has six.
    private static final Pattern CONSONANTS =
            Pattern.compile("(?>sch|ch|[bcdfghjklmnpqrstvwxzбвгджзйклмнпрстфхцчшщ]){7}");

    private static final Pattern REPEATED_LETTER = Pattern.compile("(\\p{L})\\1{4}");

    /// But not "H1N1".
    private static final Pattern DIGITS_AMONG_LETTERS =
            Pattern.compile("\\p{L}+\\p{N}+\\p{L}+\\p{N}+\\p{L}");

    /// Scripts without spaces between words: what looks like a word may be a whole question.
    private static final Pattern UNSPACED_SCRIPT =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}"
                            + "\\p{IsMyanmar}]");

    private GibberishDetector() {}

    /// Whether more than half of the letters are in gibberish words.
    static boolean isMostlyGibberish(List<String> words) {
        int letters = words.stream().mapToInt(String::length).sum();
        int gibberish =
                words.stream()
                        .filter(GibberishDetector::isGibberish)
                        .mapToInt(String::length)
                        .sum();
        return gibberish * 2 > letters;
    }

    private static boolean isGibberish(String word) {
        boolean isUnlikely =
                word.length() > MAX_LETTERS
                        || CONSONANTS.matcher(word).find()
                        || DIGITS_AMONG_LETTERS.matcher(word).find();
        return REPEATED_LETTER.matcher(word).find()
                || (isUnlikely && !UNSPACED_SCRIPT.matcher(word).find());
    }
}
