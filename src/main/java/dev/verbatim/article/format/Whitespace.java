package dev.verbatim.article.format;

import java.util.regex.Pattern;

/// The definition of white space in articles. It is wider than [String#isBlank], because articles
/// come with non-breaking spaces and invisible marks on lines of their own.
public final class Whitespace {

    private static final Pattern ONLY = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]*+");
    private static final Pattern RUN = Pattern.compile("[\\s\\p{Z}]++");

    private Whitespace() {}

    public static boolean only(String text) {
        return ONLY.matcher(text).matches();
    }

    /// The text on one line, with single spaces: for titles and names, never for quoted words.
    public static String squeezed(String text) {
        return RUN.matcher(text).replaceAll(" ").strip();
    }
}
