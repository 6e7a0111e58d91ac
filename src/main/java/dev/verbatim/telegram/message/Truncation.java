package dev.verbatim.telegram.message;

/// A text cut to a length in UTF-16 units, never inside a character. Not for what is quoted: that
/// is an [Excerpt].
public final class Truncation {

    private static final String MORE = "…";

    private Truncation() {}

    /// The beginning.
    public static String cut(String text, int longest) {
        int end = Math.min(text.length(), longest);
        return text.substring(
                0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /// The beginning, with an ellipsis where something is left out.
    public static String ellipsize(String text, int longest) {
        return text.length() <= longest ? text : cut(text, longest - MORE.length()) + MORE;
    }
}
