package dev.verbatim.answer;

import java.util.List;
import java.util.regex.Pattern;

/// Tells key mashing and encoded data from words, by what words of no language look like.
final class Gibberish {

    /// Longer than what people write as one word, compounds included.
    private static final int MAX_LETTERS = 45;

    /// Six consonants in a row are met in "Angstschweiß" or "взгляд", but hardly seven.
    private static final Pattern MASHED =
            Pattern.compile("[bcdfghjklmnpqrstvwxzбвгджзйклмнпрстфхцчшщ]{7}");

    private static final Pattern REPEATED = Pattern.compile("(.)\\1{4}");
    private static final Pattern DIGITS_AMONG_LETTERS =
            Pattern.compile("\\p{L}+\\p{N}+\\p{L}+\\p{N}+");

    private Gibberish() {}

    /// Whether more than half of the letters are in such words.
    static boolean isMostOf(List<String> words) {
        int letters = words.stream().mapToInt(String::length).sum();
        int gibberish = words.stream().filter(Gibberish::isWordless).mapToInt(String::length).sum();
        return gibberish * 2 > letters;
    }

    private static boolean isWordless(String word) {
        return word.length() > MAX_LETTERS
                || MASHED.matcher(word).find()
                || REPEATED.matcher(word).find()
                || DIGITS_AMONG_LETTERS.matcher(word).find();
    }
}
