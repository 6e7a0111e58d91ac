package dev.verbatim.summary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Chooses sentences one after the other: each time what says the most that isn't said yet (maximal
/// marginal relevance: Carbonell and Goldstein, SIGIR 1998). A sentence that leans on the one
/// before comes together with it, or not at all. For one thread.
final class MmrSelector {

    /// How much relevance counts against novelty.
    private static final double LAMBDA = 0.8;

    // Two sentences that are so alike in their words say the same.
    private static final double SAME = 0.7;

    private final List<CandidateSentence> lines;
    private final double[] relevance;
    private final SimilarityMatrix words;
    private final BitSet leaning;
    private final BitSet chosen = new BitSet();

    /// @param lines those that can be shown, in the order of the text
    /// @param leaning which of them need the one before
    MmrSelector(
            List<CandidateSentence> lines,
            double[] relevance,
            SimilarityMatrix words,
            BitSet leaning) {
        this.lines = lines;
        this.relevance = relevance.clone();
        this.words = words;
        this.leaning = leaning;
    }

    /// At most so many, in the order of the text.
    List<CandidateSentence> best(int count) {
        chosen.clear();
        List<Integer> next = bestGroup(count);
        while (!next.isEmpty()) {
            next.forEach(chosen::set);
            next = bestGroup(count - chosen.cardinality());
        }
        return chosen.stream().mapToObj(lines::get).toList();
    }

    /// What to add; nothing when there is no room or nothing left.
    private List<Integer> bestGroup(int room) {
        List<Integer> best = List.of();
        double most = Double.NEGATIVE_INFINITY;
        for (int i = chosen.nextClearBit(0); i < lines.size(); i = chosen.nextClearBit(i + 1)) {
            List<Integer> group = group(i, room);
            double gain = group.stream().mapToDouble(this::gain).average().orElse(-1);
            if (!group.isEmpty() && gain > most) {
                best = group;
                most = gain;
            }
        }
        return best;
    }

    /// The sentence with those it needs and that aren't chosen yet; nothing when one of them can't
    /// be shown, would repeat something, or they don't fit.
    private List<Integer> group(int last, int room) {
        List<Integer> group = new ArrayList<>();
        int at = last;
        while (at >= 0 && !chosen.get(at) && group.size() < room && !repeats(at)) {
            group.add(at);
            if (!leaning.get(at)) {
                return group;
            }
            at = before(at);
        }
        return at >= 0 && chosen.get(at) ? group : List.of();
    }

    /// The place of the sentence before; -1 when that can't be shown.
    private int before(int at) {
        boolean there = at > 0 && lines.get(at - 1).number() == lines.get(at).number() - 1;
        return there ? at - 1 : -1;
    }

    private boolean repeats(int at) {
        return nearest(at) >= SAME;
    }

    private double gain(int at) {
        return LAMBDA * relevance[at] - (1 - LAMBDA) * nearest(at);
    }

    private double nearest(int at) {
        return chosen.stream().mapToDouble(other -> words.between(at, other)).max().orElse(0);
    }
}
