package dev.verbatim.language;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/// Counts in how many documents each term is, and says how much a term tells: the fewer have it,
/// the more. Not thread-safe while documents are added.
public final class DocumentFrequencies {

    private final Map<String, Integer> documentsWith = new HashMap<>();
    private int documents;

    /// Counts one document.
    ///
    /// @param terms of the document; how often it has one doesn't matter
    public void add(Collection<String> terms) {
        documents++;
        new HashSet<>(terms).forEach(term -> documentsWith.merge(term, 1, Integer::sum));
    }

    public int documents() {
        return documents;
    }

    /// How many documents have a term.
    public int of(String term) {
        return documentsWith.getOrDefault(term, 0);
    }

    /// The inverse document frequency of a term, see [#inverse(double, double)].
    public double inverse(String term) {
        return inverse(documents, of(term));
    }

    /// The inverse document frequency as BM25 has it (Robertson and Zaragoza, 2009, plus one as in
    /// Lucene): never negative, next to nothing for a term that is everywhere, and largest for one
    /// that is nowhere.
    public static double inverse(double documents, double documentsWith) {
        return Math.log(1 + (documents - documentsWith + 0.5) / (documentsWith + 0.5));
    }
}
