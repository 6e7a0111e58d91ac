package dev.verbatim.answer;

import java.util.regex.Pattern;

/// What others wrote (a title, a name) made fit to stand on a line with our words.
final class SingleLineText {

    private static final int LONGEST = 200;

    // Line breaks and other control characters would make more lines; the bidirectional controls
    // would turn round what stands beside them. Joiners stay: emoji and Persian are spelled with
    // them.
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\p{Z}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    private SingleLineText() {}

    /// One line of at most 200 UTF-16 units, shortened with an ellipsis, never inside a character.
    static String of(String text) {
        String line = UNFIT.matcher(text).replaceAll(" ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = LONGEST - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end)
                        .strip()
                + "…";
    }
}
