package dev.verbatim.telegram.message;

/// Truncates texts to a length in UTF-16 units, never inside a surrogate pair. Not for quotations:
/// they are [Excerpt]s.
public final class Truncation {

    private static final String ELLIPSIS = "…";

    private Truncation() {}

    /// The beginning of a text.
    public static String cut(String text, int maxLength) {
        int end = Math.min(text.length(), maxLength);
        return text.substring(
                0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /// The beginning of a text, with an ellipsis when something is omitted.
    public static String ellipsize(String text, int maxLength) {
        return text.length() <= maxLength
                ? text
                : cut(text, maxLength - ELLIPSIS.length()) + ELLIPSIS;
    }
}
