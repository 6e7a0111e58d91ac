package dev.verbatim;

import dev.verbatim.property.CountedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An attack on one regular expression by texts that repeat a part, as those are that make
/// backtracking slow. Reads are counted, so that a result doesn't depend on the machine.
///
/// The parts are characters of every class, pairs of them, and whatever the pattern itself writes
/// out; in front and behind stand characters that let a match begin and fail.
///
/// @param name of the constant
record PatternAttack(String name, Pattern pattern) {

    /// A linear pattern reads every character a few times; the longest bounded repetition in use
    /// takes some thirty. What is quadratic reads a thousand times as often at this length.
    static final int READS_PER_CHARACTER = 64;

    /// The pattern only sees lines of at most so many characters.
    private static final Map<String, Integer> LONGEST_INPUT =
            Map.of("dev.verbatim.article.format.BoilerplateFilter.LINES", 200);

    // Long enough for a quadratic pattern to read a character 64 times.
    private static final int SHORT = 256;
    private static final int MESSAGE = 4096;
    private static final int ARTICLE = 100_000;

    // How many of the texts that cost most are tried at the next length.
    private static final int WORST_OF_SHORT = 200;
    private static final int WORST = 8;

    private static final String CHARACTERS =
            "aA1 \n\r\t.-_'\"()[]{}<>?!/@#:,;=&*+~|\\^$%`\u0000\u000b\u0085\u00a0\u2028\u200d"
                    + "éßж中あא،؟。“”«»’—…\u0301";
    private static final List<String> PAIRED =
            List.of("a", "A", "1", " ", "\n", ".", "-", "(", "[", "?", "/", "@", ":", ",", "\"");
    private static final List<String> ENDS = List.of("", "!", "a", "\n");

    /// The attacks on all patterns that there are.
    static Stream<PatternAttack> onEveryPattern() {
        return PatternConstants.all().entrySet().stream()
                .map(pattern -> new PatternAttack(pattern.getKey(), pattern.getValue()));
    }

    @Override
    public String toString() {
        return name.substring("dev.verbatim.".length());
    }

    /// Tries all parts in short texts, those that cost most in longer ones, and those that cost
    /// most there in the longest; throws an [AssertionError] with the text that takes too long.
    void run() {
        List<String> own = literals();
        List<Attempt> attempts = new ArrayList<>();
        for (String part : parts(own)) {
            starts(own)
                    .forEach(
                            start ->
                                    ENDS.forEach(
                                            end -> attempts.add(new Attempt(start, part, end))));
        }
        List<Attempt> worst = costliest(attempts, SHORT, WORST_OF_SHORT);
        costliest(costliest(worst, MESSAGE, WORST), ARTICLE, WORST);
    }

    private record Attempt(String start, String part, String end) {

        String text(int length) {
            return start + part.repeat(length / part.length()) + end;
        }
    }

    private List<Attempt> costliest(List<Attempt> attempts, int length, int number) {
        Map<Attempt, Long> reads = new LinkedHashMap<>();
        attempts.forEach(attempt -> reads.put(attempt, reads(attempt.text(length))));
        return reads.entrySet().stream()
                .sorted(Map.Entry.<Attempt, Long>comparingByValue().reversed())
                .limit(number)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// How many characters are read to find all matches in a text, and to match it as a whole.
    long reads(String text) {
        int longest = LONGEST_INPUT.getOrDefault(name, text.length());
        String input = text.substring(0, Math.min(longest, text.length()));
        var counted =
                new CountedText(
                        input, LONGEST_INPUT.containsKey(name) ? MESSAGE : READS_PER_CHARACTER);
        try {
            Matcher matcher = pattern.matcher(counted);
            while (matcher.find()) {
                // Only what the search for all matches costs is of interest.
            }
            pattern.matcher(counted).matches();
            return counted.reads();
        } catch (AssertionError | StackOverflowError e) {
            throw new AssertionError(name + " on " + shown(input) + ": " + e, e);
        }
    }

    private static String shown(String text) {
        String shortened =
                text.length() < 60
                        ? text
                        : text.substring(0, 40) + " … " + text.substring(text.length() - 10);
        return Pattern.compile("[^\\p{Graph} …]")
                .matcher(shortened)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }

    private static Set<String> starts(List<String> own) {
        Set<String> starts = new LinkedHashSet<>(List.of("", "a"));
        own.stream().limit(1).forEach(starts::add);
        own.stream().filter(one -> one.length() == 1).limit(3).forEach(starts::add);
        return starts;
    }

    /// Repeated, a pair and its reverse are the same but for the ends.
    private static Set<String> parts(List<String> own) {
        Set<String> parts = new LinkedHashSet<>(own);
        CHARACTERS.codePoints().mapToObj(Character::toString).forEach(parts::add);
        for (String one : PAIRED) {
            PAIRED.stream()
                    .filter(other -> one.compareTo(other) < 0)
                    .forEach(other -> parts.add(one + other));
            own.forEach(other -> parts.add(one + other));
        }
        return parts;
    }

    /// What the pattern writes out: its runs of letters and marks, and each of its characters.
    private List<String> literals() {
        List<String> literals = new ArrayList<>();
        String written =
                pattern.pattern()
                        .replace("\\Q", "")
                        .replace("\\E", "")
                        .replaceAll(
                                "\\\\p\\{\\w+}|\\\\[a-zA-Z]|\\(\\?<?\\w*[:=!>]|\\{[\\d,]*}", "\n");
        Pattern.compile("[\n()\\[\\]|*+?^$\\\\]+").splitAsStream(written).forEach(literals::add);
        written.chars().distinct().limit(30).mapToObj(Character::toString).forEach(literals::add);
        return literals.stream().filter(one -> !one.isEmpty()).distinct().limit(40).toList();
    }
}
