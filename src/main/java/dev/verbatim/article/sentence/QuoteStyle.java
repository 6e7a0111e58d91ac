package dev.verbatim.article.sentence;

import org.jspecify.annotations.Nullable;

/// Quotation marks that can be each other's partner. Which side they are on is another question:
/// the same mark opens in one language and closes in the next.
enum QuoteStyle {
    DOUBLE,
    SINGLE,
    GUILLEMETS,
    SINGLE_GUILLEMETS,
    CORNERS;

    private static final String DOUBLES = "“”„‟\"＂";
    private static final String SINGLES = "‘’‚‛'";

    /// Missing for a character that is no mark.
    static @Nullable QuoteStyle of(char c) {
        if (DOUBLES.indexOf(c) >= 0) {
            return DOUBLE;
        }
        if (SINGLES.indexOf(c) >= 0) {
            return SINGLE;
        }
        return switch (c) {
            case '«', '»' -> GUILLEMETS;
            case '‹', '›' -> SINGLE_GUILLEMETS;
            case '「', '」', '『', '』' -> CORNERS;
            default -> null;
        };
    }
}
