package dev.verbatim.language;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Compares names as they sound, whatever script and spelling they are in: Столтенберг,
/// Штольтенберг and Stoltenberg are alike. Thread-safe.
public final class NameSimilarity {

    private static final Transliterator TO_LATIN =
            Transliterator.getInstance("Any-Latin; Lower; NFC");
    private static final Transliterator TO_ASCII = Transliterator.getInstance("Latin-ASCII");

    /// What ICU's scientific transliteration writes with a mark, as English spells it.
    private static final Map<String, String> SPELLED =
            Map.of("š", "sh", "č", "ch", "ž", "zh", "ŝ", "sh", "ʹ", "", "ʺ", "");

    /// Spellings of one sound, the longest first.
    private static final String[][] SOUNDS = {
        {"tsch", "č"},
        {"shch", "s"},
        {"sch", "s"},
        {"dzh", "j"},
        {"sh", "s"},
        {"ch", "č"},
        {"zh", "j"},
        {"kh", "h"},
        {"ph", "f"},
        {"th", "t"},
        {"dh", "d"},
        {"bh", "b"},
        {"gh", "g"},
        {"rh", "r"},
        {"ck", "k"},
        {"cz", "č"},
        {"tz", "z"},
        {"ts", "z"},
        {"x", "ks"},
        {"qu", "kv"},
        {"q", "k"},
        {"w", "v"},
        {"cae", "ze"},
        {"coe", "ze"},
        {"ce", "ze"},
        {"ci", "zi"},
        {"cy", "zi"},
        {"c", "k"}
    };

    /// Of names in Russian and Ukrainian, in Latin letters.
    private static final List<String> ENDINGS =
            List.of("a", "u", "e", "y", "i", "om", "em", "im", "am", "oj", "ou", "iv", "ov", "ah");

    private static final int MIN_FORM = 4;

    private static final String VOWELS = "aeiouy";
    private static final String HALF_VOWELS = "aeiouyjh";

    /// Letters that stand for each other between spellings of the same name.
    private static final String[] CLOSE = {
        "gh", "kč", "sz", "čs", "čz", "vf", "vb", "jz", "jy", "ji", "uv"
    };

    private static final double CLOSE_COST = 0.3;
    private static final double HALF_VOWEL_COST = 0.5;

    private NameSimilarity() {}

    /// A name in plain Latin letters, in lower case: Шольц is "sholts".
    public static String latin(String name) {
        String latin = name;
        if (!name.chars().allMatch(letter -> letter < 0x250)) {
            latin = spelled(TO_LATIN.transliterate(name));
        }
        return TO_ASCII.transliterate(latin.toLowerCase(Locale.ROOT));
    }

    private static String spelled(String scientific) {
        String result = scientific.replace("c", "ts");
        for (Map.Entry<String, String> one : SPELLED.entrySet()) {
            result = result.replace(one.getKey(), one.getValue());
        }
        return result;
    }

    /// The forms of a name in plain Latin letters that it may have been inflected from: as it is,
    /// and without an ending that Russian and Ukrainian put on names.
    public static List<String> latinForms(String name) {
        String latin = latin(name);
        if (name.chars().allMatch(letter -> letter < 0x250)) {
            return List.of(latin);
        }
        return Stream.concat(
                        Stream.of(latin),
                        ENDINGS.stream()
                                .filter(latin::endsWith)
                                .map(end -> latin.substring(0, latin.length() - end.length()))
                                .filter(form -> form.length() >= MIN_FORM))
                .toList();
    }

    /// How a name sounds, for [#between].
    ///
    /// @param latin as [#latin] gives it
    public static String sound(String latin) {
        String sound = latin;
        for (String[] spelling : SOUNDS) {
            sound = sound.replace(spelling[0], spelling[1]);
        }
        StringBuilder single = new StringBuilder();
        for (int i = 0; i < sound.length(); i++) {
            char letter = sound.charAt(i);
            if (single.isEmpty() || single.charAt(single.length() - 1) != letter) {
                single.append(letter);
            }
        }
        return single.toString();
    }

    /// How alike two names sound, 0 to 1: one less their edit distance, in which vowels and letters
    /// that stand for each other count less, by the length of the longer. 0 when they don't begin
    /// alike, which is most of a vocabulary and costs nothing.
    public static double between(String sound, String other) {
        if (sound.isEmpty() || other.isEmpty() || change(sound.charAt(0), other.charAt(0)) == 1) {
            return 0;
        }
        double[] row = new double[other.length() + 1];
        for (int j = 1; j <= other.length(); j++) {
            row[j] = row[j - 1] + gap(other.charAt(j - 1));
        }
        for (int i = 1; i <= sound.length(); i++) {
            double diagonal = row[0];
            row[0] += gap(sound.charAt(i - 1));
            for (int j = 1; j <= other.length(); j++) {
                double changed = diagonal + change(sound.charAt(i - 1), other.charAt(j - 1));
                diagonal = row[j];
                row[j] =
                        Math.min(
                                changed,
                                Math.min(
                                        row[j] + gap(sound.charAt(i - 1)),
                                        row[j - 1] + gap(other.charAt(j - 1))));
            }
        }
        int longer = Math.max(sound.length(), other.length());
        return Math.max(0, 1 - row[other.length()] / longer);
    }

    private static double gap(char letter) {
        return HALF_VOWELS.indexOf(letter) < 0 ? 1 : HALF_VOWEL_COST;
    }

    private static double change(char one, char other) {
        if (one == other) {
            return 0;
        }
        boolean vowels = VOWELS.indexOf(one) >= 0 && VOWELS.indexOf(other) >= 0;
        return vowels || isClose(one, other) ? CLOSE_COST : 1;
    }

    private static boolean isClose(char one, char other) {
        for (String pair : CLOSE) {
            if (pair.indexOf(one) >= 0 && pair.indexOf(other) >= 0) {
                return true;
            }
        }
        return false;
    }
}
