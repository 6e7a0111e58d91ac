package dev.verbatim.property;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// A source of random values for tests. Every value is a function of the generator's numbers, so a
/// seed repeats a case and a fuzzer's bytes become one. Not thread-safe.
public final class RandomSource {

    // Borders are where mistakes are made, so they are drawn more often than their share.
    private static final int ONE_BORDER_IN = 10;
    private static final List<Integer> INT_BORDERS =
            List.of(0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final List<Long> LONG_BORDERS =
            List.of(0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, 1L << 62);

    // What tends to break code that handles text: control characters, blanks of all kinds, marks
    // that have no width or turn the direction, half of a surrogate pair, and the last characters.
    private static final String AWKWARD =
            "\u0000\n\r\t \u00a0\u2028\u200b\u200d\ufeff\u202e\u0301\ud800\udfff\uffff\"'\\<>[]*/";

    private final RandomGenerator random;

    public RandomSource(RandomGenerator random) {
        this.random = random;
    }

    /// A source that turns a fuzzer's bytes into values, and goes on with the same numbers in every
    /// run where the bytes end: nothing but zeros would draw one value for ever.
    public static RandomSource of(FuzzedDataProvider data) {
        var rest = new SplittableRandom(0);
        return new RandomSource(
                () -> data.remainingBytes() >= Long.BYTES ? data.consumeLong() : rest.nextLong());
    }

    /// A number from `least` to `most`, both included.
    public int between(int least, int most) {
        if (oneIn(ONE_BORDER_IN)) {
            return random.nextBoolean() ? least : most;
        }
        return (int) random.nextLong(least, most + 1L);
    }

    /// A number from `least` to `most`, both included.
    public long between(long least, long most) {
        return most == Long.MAX_VALUE
                ? Math.max(least, random.nextLong(least, most))
                : random.nextLong(least, most + 1);
    }

    public int anyInt() {
        return oneIn(ONE_BORDER_IN) ? oneOf(INT_BORDERS) : random.nextInt();
    }

    public long anyLong() {
        return oneIn(ONE_BORDER_IN) ? oneOf(LONG_BORDERS) : random.nextLong();
    }

    public boolean anyBoolean() {
        return random.nextBoolean();
    }

    /// Whether this is the one time in so many.
    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    @SafeVarargs
    public final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    public <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /// A list of `least` to `most` generated elements.
    public <T> List<T> list(int least, int most, Function<RandomSource, T> element) {
        int size = between(least, most);
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(element.apply(this));
        }
        return list;
    }

    /// A set of at most `most` generated elements.
    public <T> Set<T> set(int most, Function<RandomSource, T> element) {
        return new LinkedHashSet<>(list(0, most, element));
    }

    /// At most `longest` UTF-16 units of all kinds, also such as make no character.
    public String anyText(int longest) {
        var text = new StringBuilder();
        list(0, longest, RandomSource::anyChar).forEach(text::append);
        return text.toString();
    }

    private char anyChar() {
        return switch (random.nextInt(4)) {
            case 0 -> AWKWARD.charAt(random.nextInt(AWKWARD.length()));
            case 1 -> (char) random.nextInt(0x10000);
            default -> (char) (' ' + random.nextInt(95));
        };
    }

    /// From `least` to `most` characters between `first` and `last`.
    public String text(int least, int most, char first, char last) {
        var text = new StringBuilder();
        list(least, most, source -> (char) source.random.nextInt(first, last + 1))
                .forEach(text::append);
        return text.toString();
    }
}
