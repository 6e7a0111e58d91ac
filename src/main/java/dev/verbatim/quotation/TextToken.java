package dev.verbatim.quotation;

import dev.verbatim.article.TextSpan;

/// A word, a number or a sign of a text.
///
/// @param span its place in the text
/// @param normal what is compared: in lower case, numbers without the marks that group their digits
record TextToken(TextSpan span, String normal, Kind kind) {

    /// What a token says, and so how much it matters that it is the same.
    enum Kind {
        NUMBER(1.5),
        NAME(1.3),
        WORD(1),
        NEGATION(1),
        FUNCTION(0.35);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }
    }

    double weight() {
        return kind.weight;
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
