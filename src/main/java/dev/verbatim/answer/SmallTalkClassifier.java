package dev.verbatim.answer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// Recognises what people write to a bot that is no question about the articles.
///
/// Only whole messages count: "hello" is a greeting, "who said hello to the minister?" is a
/// question. The phrases are in `small-talk.properties`, all languages together, since a greeting
/// needs no language detection.
final class SmallTalkClassifier {

    /// A question as long as this is a pasted text.
    private static final int MAX_CHARACTERS = 2_000;

    private static final String FILLER = "FILLER";

    /// Says something only when nothing else is said.
    private static final String WEAK = NonQuestionIntent.ACKNOWLEDGMENT.name();

    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern COMMAND = Pattern.compile("/\\w+(@\\w+)?");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<List<String>, String> PHRASES = phrases();
    private static final int LONGEST =
            PHRASES.keySet().stream().mapToInt(List::size).max().orElse(0);

    private SmallTalkClassifier() {}

    private static Map<List<String>, String> phrases() {
        Map<List<String>, String> phrases = new HashMap<>();
        Properties kinds = BundledProperties.read("small-talk.properties");
        for (String kind : kinds.stringPropertyNames()) {
            BAR.splitAsStream(kinds.getProperty(kind))
                    .forEach(phrase -> phrases.put(words(phrase), kind));
        }
        return Map.copyOf(phrases);
    }

    /// What a message is, unless it's a question.
    static Optional<NonQuestionIntent> classify(String message) {
        List<String> words = words(message);
        if (words.isEmpty()) {
            return Optional.of(NonQuestionIntent.NO_WORDS);
        }
        if (COMMAND.matcher(message.strip()).matches()) {
            return Optional.of(NonQuestionIntent.UNKNOWN_COMMAND);
        }
        return message.length() > MAX_CHARACTERS || GibberishDetector.isMostlyGibberish(words)
                ? Optional.of(NonQuestionIntent.NOISE)
                : phrase(words);
    }

    private static List<String> words(String text) {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// The last phrase of a message that is made of phrases: "hi, who are you?" asks about the bot,
    /// and so does "who are you? ok".
    private static Optional<NonQuestionIntent> phrase(List<String> words) {
        String kind = FILLER;
        for (int at = 0; at < words.size(); ) {
            int end = endOfPhrase(words, at);
            if (end == at) {
                return Optional.empty();
            }
            String found = PHRASES.getOrDefault(words.subList(at, end), FILLER);
            kind = stronger(kind, found);
            at = end;
        }
        return kind.equals(FILLER)
                ? Optional.empty()
                : Optional.of(NonQuestionIntent.valueOf(kind));
    }

    private static String stronger(String kind, String found) {
        boolean isWeaker = found.equals(FILLER) || (found.equals(WEAK) && !kind.equals(FILLER));
        return isWeaker ? kind : found;
    }

    /// The end of the longest phrase that begins here; here when none does.
    private static int endOfPhrase(List<String> words, int start) {
        int end = Math.min(words.size(), start + LONGEST);
        while (end > start && !PHRASES.containsKey(words.subList(start, end))) {
            end--;
        }
        return end;
    }
}
