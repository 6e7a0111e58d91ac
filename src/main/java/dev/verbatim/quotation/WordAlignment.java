package dev.verbatim.quotation;

import dev.verbatim.article.TextSpan;
import dev.verbatim.quotation.TextToken.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The cheapest alignment of the words that were said with those of a source: Needleman and Wunsch
/// (1970) with Gotoh's gaps (1982), where a gap costs most when it opens. The source may begin
/// before what was said and end after it at no cost.
///
/// Numbers and names cost more than function words, and a number stands rather for another number
/// than for a word.
final class WordAlignment {

    private static final double OPEN = 0.3;
    private static final double FIRST_LEFT_OUT = 0.5;
    private static final double EXTEND_ADDED = 0.85;

    /// Words that are left out are mostly many, a whole clause.
    private static final double EXTEND_LEFT_OUT = 0.12;

    private static final double CHANGED = 0.9;
    private static final double CHANGED_NUMBER = 0.7;
    private static final double CHANGED_FORM = 0.5;
    private static final double CHANGED_KIND = 1.3;

    private static final int MATCH = 0;
    private static final int ADDED = 1;
    private static final int LEFT_OUT = 2;
    private static final int STATES = 3;

    /// Forms of a word share so much of the longer one from its beginning.
    private static final double SHARED = 0.6;

    private final List<TextToken> said;
    private final List<TextToken> source;
    private final Gaps gaps;
    private final boolean wholes;
    private final byte[][][] from;
    private final List<Step> steps = new ArrayList<>();
    private double cost;

    /// Places where words of the source may be left out at no cost.
    ///
    /// @param source indexes of such words, such as "he said" inside a quotation
    /// @param beforeSaid indexes of words before which the message itself marks an omission
    record Gaps(BitSet source, BitSet beforeSaid) {

        static final Gaps NONE = new Gaps(new BitSet(), new BitSet());
    }

    /// A column of the alignment: an index is -1 where the other has a word more.
    ///
    /// @param free whether it costs nothing and is no difference
    record Step(int said, int source, boolean free) {

        boolean isPair() {
            return said >= 0 && source >= 0;
        }
    }

    private WordAlignment(List<TextToken> said, List<TextToken> source, Gaps gaps, boolean wholes) {
        this.said = said;
        this.source = source;
        this.gaps = gaps;
        this.wholes = wholes;
        from = new byte[STATES][said.size() + 1][source.size() + 1];
    }

    /// Finds what was said within a source.
    static WordAlignment of(List<TextToken> said, List<TextToken> source, Gaps gaps) {
        return new WordAlignment(said, source, gaps, false).aligned();
    }

    /// Aligns two whole texts.
    static WordAlignment ofWholes(List<TextToken> said, List<TextToken> source) {
        return new WordAlignment(said, source, Gaps.NONE, true).aligned();
    }

    private WordAlignment aligned() {
        double[][] row = firstRow();
        double[][] best = row;
        for (int i = 1; i <= said.size(); i++) {
            best = nextRow(i, best);
        }
        trace(best);
        return this;
    }

    private double[][] firstRow() {
        double[][] row = new double[STATES][source.size() + 1];
        for (int j = 0; j <= source.size(); j++) {
            row[MATCH][j] = wholes && j > 0 ? Double.POSITIVE_INFINITY : 0;
            row[ADDED][j] = Double.POSITIVE_INFINITY;
            row[LEFT_OUT][j] = Double.POSITIVE_INFINITY;
            if (wholes && j > 0) {
                leaveOut(0, j, row);
            }
        }
        return row;
    }

    private double[][] nextRow(int i, double[][] above) {
        double[][] row = new double[STATES][source.size() + 1];
        TextToken word = said.get(i - 1);
        for (int j = 0; j <= source.size(); j++) {
            int added = cheapest(above, j, ADDED);
            from[ADDED][i][j] = (byte) added;
            row[ADDED][j] =
                    above[added][j] + (added == ADDED ? 0 : OPEN) + EXTEND_ADDED * word.weight();
            row[MATCH][j] = Double.POSITIVE_INFINITY;
            row[LEFT_OUT][j] = Double.POSITIVE_INFINITY;
            if (j > 0) {
                int before = cheapest(above, j - 1, -1);
                from[MATCH][i][j] = (byte) before;
                row[MATCH][j] = above[before][j - 1] + change(word, source.get(j - 1));
                leaveOut(i, j, row);
            }
        }
        return row;
    }

    private void leaveOut(int i, int j, double[][] row) {
        boolean free = isFree(i, j - 1);
        int before = free ? cheapest(row, j - 1, -1) : cheapest(row, j - 1, LEFT_OUT);
        double open = free || before == LEFT_OUT ? 0 : OPEN + firstCost(j - 1);
        double extend = free ? 0 : EXTEND_LEFT_OUT * source.get(j - 1).weight();
        from[LEFT_OUT][i][j] = (byte) before;
        row[LEFT_OUT][j] = row[before][j - 1] + open + extend;
    }

    /// The first word that is left out costs more than those that follow.
    private double firstCost(int j) {
        return (FIRST_LEFT_OUT - EXTEND_LEFT_OUT) * source.get(j).weight();
    }

    /// Whether a word of the source may be left out after so many words of what was said.
    private boolean isFree(int i, int j) {
        return gaps.source().get(j) || gaps.beforeSaid().get(i);
    }

    /// The state that it is cheapest to come from.
    ///
    /// @param extended the state whose gap needn't be opened again; -1 for none
    private static int cheapest(double[][] costs, int j, int extended) {
        int best = MATCH;
        double lowest = Double.POSITIVE_INFINITY;
        for (int state = 0; state < STATES; state++) {
            double total = costs[state][j] + (extended < 0 || state == extended ? 0 : OPEN);
            if (total < lowest) {
                lowest = total;
                best = state;
            }
        }
        return best;
    }

    private static double change(TextToken word, TextToken other) {
        if (word.normal().equals(other.normal())) {
            return 0;
        }
        double weight = Math.max(word.weight(), other.weight());
        boolean number = word.is(Kind.NUMBER);
        if (number != other.is(Kind.NUMBER)) {
            return CHANGED_KIND * weight;
        }
        double share = isForm(word.normal(), other.normal()) ? CHANGED_FORM : CHANGED;
        return weight * (number ? CHANGED_NUMBER : share);
    }

    private static boolean isForm(String word, String other) {
        int shorter = Math.min(word.length(), other.length());
        int shared = 0;
        while (shared < shorter && word.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared >= SHARED * Math.max(word.length(), other.length());
    }

    private void trace(double[][] last) {
        int j = source.size();
        if (!wholes) {
            j = cheapestEnd(last);
        }
        int state = cheapest(last, j, -1);
        cost = last[state][j];
        int i = said.size();
        while (i > 0 || (wholes && j > 0)) {
            int before = from[state][i][j];
            boolean takesSaid = state != LEFT_OUT;
            boolean takesSource = state != ADDED;
            boolean free = state == LEFT_OUT && isFree(i, j - 1);
            i -= takesSaid ? 1 : 0;
            j -= takesSource ? 1 : 0;
            steps.add(new Step(takesSaid ? i : -1, takesSource ? j : -1, free));
            state = before;
        }
        Collections.reverse(steps);
    }

    private int cheapestEnd(double[][] last) {
        return IntStream.rangeClosed(0, source.size())
                .boxed()
                .min((one, other) -> Double.compare(lowest(last, one), lowest(last, other)))
                .orElse(0);
    }

    private static double lowest(double[][] costs, int j) {
        return Math.min(costs[MATCH][j], costs[ADDED][j]);
    }

    /// How much of what was said the source has: 1 for all of it in the same order, 0 and less
    /// where as much is different as the same.
    double similarity() {
        double weight = said.stream().mapToDouble(TextToken::weight).sum();
        return weight == 0 ? 0 : 1 - cost / (CHANGED * weight);
    }

    /// The share of what was said that the source has word for word, by the words' weights.
    double matchedShare() {
        double all = said.stream().mapToDouble(TextToken::weight).sum();
        return all == 0
                ? 0
                : matches().mapToDouble(step -> said.get(step.said()).weight()).sum() / all;
    }

    /// The columns with the same word in both.
    Stream<Step> matches() {
        return steps.stream().filter(this::isMatch);
    }

    private boolean isMatch(Step step) {
        return step.isPair()
                && said.get(step.said()).normal().equals(source.get(step.source()).normal());
    }

    /// How many words at the end of what was said the source hasn't.
    int unmatchedAtEnd() {
        int count = 0;
        for (Step step : steps.reversed()) {
            if (isMatch(step)) {
                return count;
            }
            count += step.said() >= 0 ? 1 : 0;
        }
        return count;
    }

    /// The place in the source with all words that what was said has, too.
    Optional<TextSpan> matched() {
        List<Step> pairs = matches().toList();
        return pairs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        source.get(pairs.getFirst().source())
                                .span()
                                .to(source.get(pairs.getLast().source()).span()));
    }

    /// The differences in the order of what was said. Words one after the other are one difference.
    List<WordDifference> differences() {
        return new DifferenceExtractor(said, source).extract(steps, this::isMatch);
    }
}
