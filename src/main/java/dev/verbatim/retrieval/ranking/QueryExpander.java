package dev.verbatim.retrieval.ranking;

import dev.verbatim.language.Language;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// An expander of a question's terms by related terms of the articles: the compounds that they are
/// part of, the parts that they are made of, and forms that the stemmer keeps apart. Not
/// thread-safe.
///
/// It needs no dictionary: what isn't in the articles can't be found anyway. English isn't
/// expanded, because there vectors know what is related.
final class QueryExpander {

    /// The weight of a term with mostly the same letters, "построить" for "построен".
    private static final double FORM = 0.6;

    /// The weight of a compound for its first part, and the reverse.
    private static final double PART = 0.5;

    /// The same for its last part, which more words have in common.
    private static final double HEAD = 0.4;

    /// Two forms of a word share so much of the longer one from its beginning.
    private static final double MIN_SHARED = 0.7;

    /// Shorter beginnings are shared by chance, in letters.
    private static final int MIN_PREFIX = 5;

    /// A compound's last part has so many letters at least, and what is before it.
    private static final int MIN_HEAD = 4;

    private static final int MIN_MODIFIER = 3;

    /// So that a question in six languages stays below the number of terms that a query may have.
    private static final int MAX_RELATED_TO_TERM = 8;

    private static final int MAX_RELATED = 48;

    private static final Comparator<Map.Entry<String, Double>> BEST_FIRST =
            Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey());

    private final Vocabulary vocabulary;
    private int left = MAX_RELATED;

    private QueryExpander(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// An expander by the words of a language; of a language that isn't written in letters, or has
    /// vectors, by none.
    static QueryExpander of(String language, Vocabulary.Source snapshot) {
        boolean expanded =
                Language.of(Locale.of(language))
                        .filter(known -> known != Language.ENGLISH)
                        .filter(Language.withFile()::contains)
                        .isPresent();
        return new QueryExpander(
                expanded
                        ? snapshot.vocabulary(language)
                        : new Vocabulary(_ -> Collections.emptyIterator()));
    }

    /// The terms that are most related to a term, without itself, with their weights below 1.
    Map<String, Double> related(String term) {
        if (!Vocabulary.isWord(term)) {
            return Map.of();
        }
        Map<String, Double> all = new TreeMap<>();
        addHeads(term, all);
        addCompoundsEndingWith(term, all);
        addWithSamePrefix(term, all);
        Map<String, Double> related =
                all.entrySet().stream()
                        .sorted(BEST_FIRST)
                        .limit(Math.min(left, MAX_RELATED_TO_TERM))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        left -= related.size();
        return related;
    }

    /// "hafen" for "fährhafen".
    private void addHeads(String term, Map<String, Double> related) {
        for (int cut = MIN_MODIFIER; cut <= term.length() - MIN_HEAD; cut++) {
            String head = term.substring(cut);
            if (vocabulary.contains(head)) {
                related.put(head, HEAD);
            }
        }
    }

    /// "fährhafen" for "hafen".
    private void addCompoundsEndingWith(String term, Map<String, Double> related) {
        if (term.length() >= MIN_HEAD) {
            vocabulary
                    .wordsEndingWith(term)
                    .filter(word -> word.length() >= term.length() + MIN_MODIFIER)
                    .forEach(word -> related.put(word, HEAD));
        }
    }

    /// "seegraswiesen" for "seegras", the reverse, and other forms.
    private void addWithSamePrefix(String term, Map<String, Double> related) {
        if (term.length() < MIN_PREFIX) {
            return;
        }
        String prefix = term.substring(0, MIN_PREFIX);
        for (Iterator<String> at = vocabulary.from(prefix); at.hasNext(); ) {
            String other = at.next();
            if (!other.startsWith(prefix)) {
                return;
            }
            double weight = other.equals(term) ? 0 : weight(term, other);
            if (weight > 0) {
                related.put(other, weight);
            }
        }
    }

    private static double weight(String term, String other) {
        int mismatch = Arrays.mismatch(term.toCharArray(), other.toCharArray());
        int shared = mismatch < 0 ? term.length() : mismatch;
        if (shared >= MIN_SHARED * Math.max(term.length(), other.length())) {
            return FORM;
        }
        return shared == Math.min(term.length(), other.length()) ? PART : 0;
    }
}
