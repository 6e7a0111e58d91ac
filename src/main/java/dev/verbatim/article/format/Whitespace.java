package dev.verbatim.article.format;

import java.util.regex.Pattern;

/// What counts as nothing to read: more than [String#isBlank] knows, because articles come with
/// non-breaking spaces and invisible marks on lines of their own.
public final class Whitespace {

    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]*+");
    private static final Pattern RUN = Pattern.compile("[\\s\\p{Z}]++");

    private Whitespace() {}

    public static boolean only(String text) {
        return NOTHING.matcher(text).matches();
    }

    /// On one line, with single spaces: for titles and names, never for words that are quoted.
    public static String squeezed(String text) {
        return RUN.matcher(text).replaceAll(" ").strip();
    }
}
