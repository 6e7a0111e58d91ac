package dev.verbatim.property;

import java.util.Random;
import java.util.function.Function;

/// A check of a claim for many generated values. The values are the same in every run: a case is
/// generated from its number, which a failure names.
public final class PropertyCheck {

    // As many cases as property libraries check by default.
    public static final int CASES = 1000;

    // How many generated values an assumption may turn down for each one that it accepts.
    private static final int DISCARDED_PER_CASE = 20;

    private PropertyCheck() {}

    /// What has to hold for a value.
    @FunctionalInterface
    public interface Claim<T> {

        void check(T value) throws Exception;
    }

    /// What has to hold for two values together.
    @FunctionalInterface
    public interface PairClaim<A, B> {

        void check(A one, B other) throws Exception;
    }

    /// Checks a claim for 1,000 values.
    public static <T> void forAll(Function<RandomSource, T> generator, Claim<T> claim) {
        forAll(CASES, generator, claim);
    }

    /// Checks a claim for as many values as are asked for. Values that an assumption discards don't
    /// count.
    ///
    /// @throws AssertionError naming the case and its value, when the claim fails for one, or when
    ///   nearly all values were discarded
    public static <T> void forAll(int cases, Function<RandomSource, T> generator, Claim<T> claim) {
        int checked = 0;
        for (int seed = 0; checked < cases; seed++) {
            if (seed >= cases * DISCARDED_PER_CASE) {
                throw new AssertionError("only %d of %d values fit".formatted(checked, seed));
            }
            if (holds(seed, generator.apply(new RandomSource(new Random(seed))), claim)) {
                checked++;
            }
        }
    }

    /// Checks a claim for 1,000 pairs of values.
    public static <A, B> void forAll(
            Function<RandomSource, A> one, Function<RandomSource, B> other, PairClaim<A, B> claim) {
        forAll(CASES, one, other, claim);
    }

    /// Checks a claim for pairs of values: see [#forAll(int, Function, Claim)].
    public static <A, B> void forAll(
            int cases,
            Function<RandomSource, A> one,
            Function<RandomSource, B> other,
            PairClaim<A, B> claim) {
        forAll(
                cases,
                source -> new Pair<>(one.apply(source), other.apply(source)),
                pair -> claim.check(pair.one(), pair.other()));
    }

    private record Pair<A, B>(A one, B other) {}

    /// Discards the value at hand unless the condition holds.
    public static void assume(boolean condition) {
        if (!condition) {
            throw new Discarded();
        }
    }

    private static <T> boolean holds(int seed, T value, Claim<T> claim) {
        try {
            claim.check(value);
            return true;
        } catch (Discarded e) {
            return false;
        } catch (Exception | AssertionError e) {
            throw new AssertionError("case %d, %s: %s".formatted(seed, value, e.getMessage()), e);
        }
    }

    private static final class Discarded extends RuntimeException {

        private static final long serialVersionUID = 1;

        Discarded() {
            super(null, null, false, false);
        }
    }
}
