package dev.verbatim.answer;

import java.util.Locale;

/// What is known of a passage, from the most to the least; each has its own model.
enum Basis {
    /// It was read.
    READ,
    /// It has a vector.
    DENSE,
    /// Only its words are known.
    LEXICAL;

    /// @param findings not empty
    static Basis of(Findings findings) {
        if (findings.reading().isPresent()) {
            return READ;
        }
        return Signal.isDense(findings.ranking()) ? DENSE : LEXICAL;
    }

    /// As it is called in the file of coefficients.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
