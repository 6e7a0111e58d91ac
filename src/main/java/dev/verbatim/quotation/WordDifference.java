package dev.verbatim.quotation;

import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A place where words that were said differ from those of a source.
///
/// @param said the place in the words that were said; empty for what was left out
/// @param source the place in the source; empty for what was added
public record WordDifference(
        Kind kind, Matter matter, Optional<TextSpan> said, Optional<TextSpan> source) {

    /// A kind of difference, seen from the source.
    public enum Kind {
        LEFT_OUT,
        ADDED,
        CHANGED
    }

    /// What the difference is about, as far as it matters more than others.
    public enum Matter {
        WORDS,
        /// One has another number than the other.
        NUMBER,
        /// One denies what the other doesn't.
        NEGATION,
        NAME
    }

    /// The differences between two versions of a text, in their order; none when they have the same
    /// words.
    ///
    /// @param said the later version
    /// @param source the earlier one
    public static List<WordDifference> between(String said, String source, Locale language) {
        return aligned(said, source, language).differences();
    }

    /// How much of one version the other has: 1 for the same words, 0 and less for others.
    public static double similarity(String said, String source, Locale language) {
        return aligned(said, source, language).similarity();
    }

    private static WordAlignment aligned(String said, String source, Locale language) {
        TokenReader reader = new TokenReader(language);
        return WordAlignment.ofWholes(reader.read(said), reader.read(source));
    }
}
