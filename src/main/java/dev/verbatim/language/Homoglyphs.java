package dev.verbatim.language;

import java.util.regex.Pattern;

/// Mends Cyrillic words that are typed with Latin letters of the same look: "Скiльки кораблiв", on
/// a keyboard without the Ukrainian letters.
final class Homoglyphs {

    private static final String LATIN = "aceiopxyïABCEHIKMOPTXÏ";
    private static final String CYRILLIC = "асеіорхуїАВСЕНІКМОРТХЇ";

    private static final Pattern LETTERS = Pattern.compile("\\p{L}++");
    private static final Pattern IS_CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    private Homoglyphs() {}

    /// The text with Cyrillic letters only in words that have any, and of the same length. A Latin
    /// letter that no Cyrillic one looks like stays.
    static String mended(String text) {
        return LETTERS.matcher(text).replaceAll(word -> mendedWord(word.group()));
    }

    private static String mendedWord(String word) {
        if (!IS_CYRILLIC.matcher(word).find()) {
            return word;
        }
        StringBuilder mended = new StringBuilder(word);
        for (int i = 0; i < mended.length(); i++) {
            int at = LATIN.indexOf(mended.charAt(i));
            if (at >= 0) {
                mended.setCharAt(i, CYRILLIC.charAt(at));
            }
        }
        return mended.toString();
    }
}
