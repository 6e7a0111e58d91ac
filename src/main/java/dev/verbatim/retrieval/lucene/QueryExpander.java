package dev.verbatim.retrieval.lucene;

import dev.verbatim.language.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.util.BytesRef;

/// An expander of a question's terms by related terms of the articles: the compounds that they are
/// part of, the parts that they are made of, and forms that the stemmer keeps apart. Not
/// thread-safe.
///
/// It needs no dictionary: what isn't in the articles can't be found anyway. English isn't
/// expanded, because there vectors know what is related.
final class QueryExpander {

    /// The fields of languages that are written in letters and have no vectors.
    private static final Set<String> EXPANDED =
            Language.withFile().stream()
                    .filter(language -> language != Language.ENGLISH)
                    .map(language -> IndexFields.TEXT_PREFIX + language.code())
                    .collect(Collectors.toUnmodifiableSet());

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

    private static final Comparator<Map.Entry<BytesRef, Double>> BEST_FIRST =
            Map.Entry.<BytesRef, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey());

    private final TermsEnum terms;
    private final WordEndings endings;
    private int left = MAX_RELATED;

    private QueryExpander(TermsEnum terms, WordEndings endings) {
        this.terms = terms;
        this.endings = endings;
    }

    /// An expander by the words of a field.
    static QueryExpander of(IndexSnapshot snapshot, String field) throws IOException {
        Terms all =
                EXPANDED.contains(field)
                        ? MultiTerms.getTerms(snapshot.getIndexReader(), field)
                        : null;
        return all == null
                ? new QueryExpander(TermsEnum.EMPTY, WordEndings.NONE)
                : new QueryExpander(all.iterator(), snapshot.endings(field));
    }

    /// The terms that are most related to a term, without itself, with their weights below 1.
    Map<BytesRef, Double> related(String term) throws IOException {
        if (!isWord(term)) {
            return Map.of();
        }
        Map<BytesRef, Double> all = new TreeMap<>();
        addHeads(term, all);
        addCompoundsEndingWith(term, all);
        addWithSamePrefix(term, all);
        Map<BytesRef, Double> related =
                all.entrySet().stream()
                        .sorted(BEST_FIRST)
                        .limit(Math.min(left, MAX_RELATED_TO_TERM))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        left -= related.size();
        return related;
    }

    private static boolean isWord(String term) {
        return term.chars().allMatch(Character::isLetter);
    }

    /// "hafen" for "fährhafen".
    private void addHeads(String term, Map<BytesRef, Double> related) throws IOException {
        for (int cut = MIN_MODIFIER; cut <= term.length() - MIN_HEAD; cut++) {
            BytesRef head = new BytesRef(term.substring(cut));
            if (terms.seekExact(head)) {
                related.put(head, HEAD);
            }
        }
    }

    /// "fährhafen" for "hafen".
    private void addCompoundsEndingWith(String term, Map<BytesRef, Double> related) {
        if (term.length() >= MIN_HEAD) {
            endings.wordsEndingWith(term)
                    .filter(word -> word.length() >= term.length() + MIN_MODIFIER)
                    .forEach(word -> related.put(new BytesRef(word), HEAD));
        }
    }

    /// "seegraswiesen" for "seegras", the reverse, and other forms.
    private void addWithSamePrefix(String term, Map<BytesRef, Double> related) throws IOException {
        if (term.length() < MIN_PREFIX) {
            return;
        }
        String prefix = term.substring(0, MIN_PREFIX);
        boolean found = terms.seekCeil(new BytesRef(prefix)) != SeekStatus.END;
        for (BytesRef at = found ? terms.term() : null; at != null; at = terms.next()) {
            String other = at.utf8ToString();
            if (!other.startsWith(prefix)) {
                return;
            }
            double weight = other.equals(term) ? 0 : weight(term, other);
            if (weight > 0) {
                related.put(BytesRef.deepCopyOf(at), weight);
            }
        }
    }

    /// The words of a field, to be looked up by how they end. Immutable.
    static final class WordEndings {

        static final WordEndings NONE = new WordEndings(List.of());

        /// In their order, so that words with the same end are neighbours.
        private final List<String> reversed;

        private WordEndings(List<String> reversed) {
            this.reversed = reversed;
        }

        static WordEndings of(IndexReader reader, String field) throws IOException {
            List<String> reversed = new ArrayList<>();
            Terms terms = MultiTerms.getTerms(reader, field);
            TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
            for (BytesRef term = all.next(); term != null; term = all.next()) {
                String word = term.utf8ToString();
                if (word.length() >= MIN_HEAD + MIN_MODIFIER && isWord(word)) {
                    reversed.add(reversed(word));
                }
            }
            Collections.sort(reversed);
            return new WordEndings(reversed);
        }

        Stream<String> wordsEndingWith(String ending) {
            String start = reversed(ending);
            int found = Collections.binarySearch(reversed, start);
            int first = found < 0 ? -found - 1 : found;
            return reversed.subList(first, reversed.size()).stream()
                    .takeWhile(word -> word.startsWith(start))
                    .map(WordEndings::reversed);
        }

        private static String reversed(String word) {
            return new StringBuilder(word).reverse().toString();
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
