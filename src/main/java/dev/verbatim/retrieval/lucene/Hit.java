package dev.verbatim.retrieval.lucene;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/// How an entry matches a question, before anything of it is read.
///
/// @param sentenceCosines in the order of the text; none when the encoder doesn't speak the
///   language
record Hit(int entry, double bm25, OptionalDouble cosine, List<Double> sentenceCosines) {

    /// How near the passage is as a whole and by its best sentence, in equal parts: a sentence
    /// alone lacks what it is about, and in a whole paragraph the one that answers is drowned.
    OptionalDouble nearness() {
        return cosine.isEmpty() || sentenceCosines.isEmpty()
                ? cosine
                : OptionalDouble.of((cosine.getAsDouble() + Collections.max(sentenceCosines)) / 2);
    }
}
