package dev.verbatim.evaluation;

import dev.verbatim.language.WordTokenizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tartarus.snowball.ext.PorterStemmer;

/// The ROUGE scores of a summary (Lin, 2004): F1 of common words, of common bigrams, and of longest
/// common subsequences, the last of each sentence of the reference with all of the summary's
/// together ("union LCS", the summary-level ROUGE-L of the papers).
///
/// Words are runs of letters and digits in lower case. Those of more than three letters are stemmed
/// by Porter's rules.
record Rouge(double rouge1, double rouge2, double rougeL) {

    private static final int MAX_UNSTEMMED = 3;

    /// @param summary the sentences of the summary
    /// @param reference the sentences of a person's summary
    static Rouge of(List<String> summary, List<String> reference) {
        List<List<String>> found = summary.stream().map(Rouge::stems).toList();
        List<List<String>> wanted = reference.stream().map(Rouge::stems).toList();
        return new Rouge(
                ngramF1(found, wanted, 1), ngramF1(found, wanted, 2), lcsF1(found, wanted));
    }

    private static List<String> stems(String sentence) {
        return WordTokenizer.PLAIN.lower(sentence).stream()
                .map(word -> word.length() > MAX_UNSTEMMED ? stem(word) : word)
                .toList();
    }

    private static String stem(String word) {
        PorterStemmer stemmer = new PorterStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static double ngramF1(
            List<List<String>> candidate, List<List<String>> reference, int length) {
        Map<String, Integer> first = counts(candidate, length);
        Map<String, Integer> second = counts(reference, length);
        int hits = 0;
        for (Map.Entry<String, Integer> gram : first.entrySet()) {
            hits += Math.min(gram.getValue(), second.getOrDefault(gram.getKey(), 0));
        }
        return f1(hits, total(first), total(second));
    }

    /// N-grams cross the ends of sentences, as in Lin's own program.
    private static Map<String, Integer> counts(List<List<String>> sentences, int length) {
        List<String> words = sentences.stream().flatMap(List::stream).toList();
        Map<String, Integer> counts = new HashMap<>();
        for (int at = 0; at + length <= words.size(); at++) {
            counts.merge(String.join(" ", words.subList(at, at + length)), 1, Integer::sum);
        }
        return counts;
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double lcsF1(List<List<String>> candidate, List<List<String>> reference) {
        Map<String, Integer> left = counts(candidate, 1);
        Map<String, Integer> wanted = counts(reference, 1);
        int size = total(left);
        int wantedSize = total(wanted);
        int hits = 0;
        for (List<String> sentence : reference) {
            for (String word : union(sentence, candidate)) {
                if (left.merge(word, -1, Integer::sum) >= 0
                        && wanted.merge(word, -1, Integer::sum) >= 0) {
                    hits++;
                }
            }
        }
        return f1(hits, size, wantedSize);
    }

    /// The words of a reference's sentence that are in its longest common subsequence with any of
    /// the summary's.
    private static List<String> union(List<String> sentence, List<List<String>> candidate) {
        BitSet common = new BitSet();
        candidate.forEach(other -> markCommon(sentence, other, common));
        List<String> words = new ArrayList<>();
        common.stream().forEach(at -> words.add(sentence.get(at)));
        return words;
    }

    private static void markCommon(List<String> sentence, List<String> other, BitSet common) {
        int[][] lengths = lengths(sentence, other);
        int i = sentence.size();
        int j = other.size();
        while (i > 0 && j > 0) {
            if (sentence.get(i - 1).equals(other.get(j - 1))) {
                common.set(--i);
                j--;
            } else if (lengths[i - 1][j] >= lengths[i][j - 1]) {
                i--;
            } else {
                j--;
            }
        }
    }

    private static int[][] lengths(List<String> one, List<String> other) {
        int[][] lengths = new int[one.size() + 1][other.size() + 1];
        for (int i = 1; i <= one.size(); i++) {
            for (int j = 1; j <= other.size(); j++) {
                lengths[i][j] =
                        one.get(i - 1).equals(other.get(j - 1))
                                ? lengths[i - 1][j - 1] + 1
                                : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
            }
        }
        return lengths;
    }

    private static double f1(int hits, int size, int wanted) {
        return hits == 0 ? 0 : 2.0 * hits / (size + wanted);
    }
}
