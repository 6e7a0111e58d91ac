package dev.verbatim.summary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A greedy selector by maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): each step
/// adds the most relevant sentence that isn't similar to the chosen ones. A sentence that depends
/// on the previous one is added together with it, or not at all. A long summary covers all parts of
/// the text. For one thread.
final class MmrSelector {

    /// The weight of relevance; the rest is the weight of novelty.
    private static final double LAMBDA = 0.8;

    // Of so many sentences a reader wants to know what the whole article is about; fewer are the
    // news.
    private static final int COVERING = 6;

    /// What a sentence loses by each chosen one from the same part of the article.
    private static final double SAME_PART = 0.6;

    // From this lexical cosine on, two sentences tell the same.
    private static final double DUPLICATE = 0.7;

    private final List<CandidateSentence> candidates;
    private final double[] relevance;
    private final SimilarityMatrix similarity;
    private final BitSet dependent;
    private final BitSet chosen = new BitSet();
    private int parts = 1;

    /// @param candidates the sentences that can be shown, in the order of the text
    /// @param dependent the indices of candidates that need the previous sentence
    MmrSelector(
            List<CandidateSentence> candidates,
            double[] relevance,
            SimilarityMatrix similarity,
            BitSet dependent) {
        this.candidates = candidates;
        this.relevance = relevance.clone();
        this.similarity = similarity;
        this.dependent = dependent;
    }

    /// Selects at most this many sentences, in the order of the text.
    List<CandidateSentence> select(int count) {
        chosen.clear();
        parts = count >= COVERING ? count : 1;
        List<Integer> next = bestGroup(count);
        while (!next.isEmpty()) {
            next.forEach(chosen::set);
            next = bestGroup(count - chosen.cardinality());
        }
        return chosen.stream().mapToObj(candidates::get).toList();
    }

    /// The group to add; empty when there is no room or nothing left.
    private List<Integer> bestGroup(int room) {
        List<Integer> best = List.of();
        double bestGain = Double.NEGATIVE_INFINITY;
        for (int i = chosen.nextClearBit(0);
                i < candidates.size();
                i = chosen.nextClearBit(i + 1)) {
            List<Integer> group = group(i, room);
            double gain = group.stream().mapToDouble(this::gain).average().orElse(-1);
            if (!group.isEmpty() && gain > bestGain) {
                best = group;
                bestGain = gain;
            }
        }
        return best;
    }

    /// A sentence with those that it needs and that aren't chosen yet; empty when one of them can't
    /// be shown or would repeat something, or when they don't fit.
    private List<Integer> group(int last, int room) {
        List<Integer> group = new ArrayList<>();
        int at = last;
        while (at >= 0 && !chosen.get(at) && group.size() < room && !isDuplicate(at)) {
            group.add(at);
            if (!dependent.get(at)) {
                return group;
            }
            at = previous(at);
        }
        return at >= 0 && chosen.get(at) ? group : List.of();
    }

    /// The index of the previous sentence; -1 when that can't be shown.
    private int previous(int at) {
        boolean isAdjacent =
                at > 0 && candidates.get(at - 1).number() == candidates.get(at).number() - 1;
        return isAdjacent ? at - 1 : -1;
    }

    private boolean isDuplicate(int at) {
        return maxSimilarity(at) >= DUPLICATE;
    }

    private double gain(int at) {
        return LAMBDA * relevance[at] - (1 - LAMBDA) * maxSimilarity(at) - repetition(at);
    }

    /// A long summary covers all parts of the text: as many as it has sentences.
    private double repetition(int at) {
        return parts == 1
                ? 0
                : SAME_PART * chosen.stream().filter(other -> part(other) == part(at)).count();
    }

    private int part(int at) {
        return parts * at / candidates.size();
    }

    private double maxSimilarity(int at) {
        return chosen.stream().mapToDouble(other -> similarity.cosine(at, other)).max().orElse(0);
    }
}
