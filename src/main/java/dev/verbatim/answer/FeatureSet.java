package dev.verbatim.answer;

import java.util.Locale;

/// What is known of a passage, from the most to the least; each has its own model.
enum FeatureSet {
    /// It was read.
    READ,
    /// It has a vector.
    DENSE,
    /// Only its words are known.
    LEXICAL;

    /// @param rerankedPassages not empty
    static FeatureSet of(RerankedPassages rerankedPassages) {
        if (rerankedPassages.readerOutput().isPresent()) {
            return READ;
        }
        return ConfidenceFeature.isDense(rerankedPassages.ranking()) ? DENSE : LEXICAL;
    }

    /// As it is called in the file of coefficients.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
