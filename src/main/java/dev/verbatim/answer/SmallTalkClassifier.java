package dev.verbatim.answer;

import dev.verbatim.language.Language;
import dev.verbatim.language.LanguageFile;
import dev.verbatim.language.WordTokenizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A classifier of messages that ask nothing about the articles.
///
/// Only whole messages count: "hello" is a greeting, "who said hello to the minister?" is a
/// question. The phrases of all languages count at once, since a greeting is too short to tell its
/// language. They are the section `small-talk` of each language's file, a list for each
/// [Answer.Intent] and one of fillers.
final class SmallTalkClassifier {

    /// A longer message is a pasted text.
    private static final int MAX_CHARACTERS = 2_000;

    private static final String SECTION = "small-talk.";
    private static final String FILLER = "FILLER";

    /// Counts only when the message says nothing else.
    private static final String WEAK = Answer.Intent.ACKNOWLEDGMENT.name();

    private static final Pattern COMMAND = Pattern.compile("/\\w++(@\\w++)?");
    private static final Map<List<String>, String> PHRASES = phrases();
    private static final int MAX_PHRASE_WORDS =
            PHRASES.keySet().stream().mapToInt(List::size).max().orElse(0);

    private SmallTalkClassifier() {}

    private static Map<List<String>, String> phrases() {
        Map<List<String>, String> phrases = new HashMap<>();
        Language.withFile().forEach(language -> addPhrases(language.file(), phrases));
        return Map.copyOf(phrases);
    }

    private static void addPhrases(LanguageFile file, Map<List<String>, String> phrases) {
        for (String key : file.keys(SECTION)) {
            String name = key.substring(SECTION.length()).replace('-', '_');
            String kind = name.toUpperCase(Locale.ROOT);
            file.list(key).forEach(phrase -> phrases.put(words(phrase), kind));
        }
    }

    /// The intent of a message; empty when it is a question.
    static Optional<Answer.Intent> classify(String message) {
        List<String> words = words(message);
        if (words.isEmpty()) {
            return Optional.of(Answer.Intent.NO_WORDS);
        }
        if (COMMAND.matcher(message.strip()).matches()) {
            return Optional.of(Answer.Intent.UNKNOWN_COMMAND);
        }
        return message.length() > MAX_CHARACTERS || GibberishDetector.isMostlyGibberish(words)
                ? Optional.of(Answer.Intent.NOISE)
                : intentOfPhrases(words);
    }

    private static List<String> words(String text) {
        return WordTokenizer.PLAIN.lower(text);
    }

    /// The last strong phrase of a message that consists of phrases: "hi, who are you?" asks about
    /// the bot, and so does "who are you? ok".
    private static Optional<Answer.Intent> intentOfPhrases(List<String> words) {
        String kind = FILLER;
        for (int at = 0; at < words.size(); ) {
            int end = endOfPhrase(words, at);
            if (end == at) {
                return Optional.empty();
            }
            kind = stronger(kind, PHRASES.getOrDefault(words.subList(at, end), FILLER));
            at = end;
        }
        return kind.equals(FILLER) ? Optional.empty() : Optional.of(Answer.Intent.valueOf(kind));
    }

    private static String stronger(String kind, String next) {
        boolean isWeaker = next.equals(FILLER) || (next.equals(WEAK) && !kind.equals(FILLER));
        return isWeaker ? kind : next;
    }

    /// The end of the longest phrase that starts at an index; the index itself when none does.
    private static int endOfPhrase(List<String> words, int start) {
        int end = Math.min(words.size(), start + MAX_PHRASE_WORDS);
        while (end > start && !PHRASES.containsKey(words.subList(start, end))) {
            end--;
        }
        return end;
    }

    /// A detector of key mashing and encoded data, by patterns that occur in words of no language.
    static final class GibberishDetector {

        /// Longer than what people write as one word: the longest German law name had 63 letters.
        private static final int MAX_LETTERS = 64;

        /// Seven consonants in a row, counting "ch" and "sch" as one: "Angstschweiß" has six.
        private static final Pattern CONSONANTS =
                Pattern.compile("(?>sch|ch|[bcdfghjklmnpqrstvwxzбвгджзйклмнпрстфхцчшщ]){7}");

        private static final Pattern REPEATED_LETTER = Pattern.compile("(\\p{L})\\1{4}");

        /// But not "H1N1".
        private static final Pattern DIGITS_AMONG_LETTERS =
                Pattern.compile("(?<!\\p{L})\\p{L}++\\p{N}++\\p{L}++\\p{N}++\\p{L}");

        /// Scripts without spaces between words: what looks like a word may be a whole question.
        private static final Pattern UNSPACED_SCRIPT =
                Pattern.compile(
                        "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}"
                                + "\\p{IsMyanmar}]");

        private GibberishDetector() {}

        /// Whether more than half of the letters are in gibberish words.
        static boolean isMostlyGibberish(List<String> words) {
            int letters = words.stream().mapToInt(String::length).sum();
            int gibberish =
                    words.stream()
                            .filter(GibberishDetector::isGibberish)
                            .mapToInt(String::length)
                            .sum();
            return gibberish * 2 > letters;
        }

        private static boolean isGibberish(String word) {
            boolean isUnlikely =
                    word.length() > MAX_LETTERS
                            || CONSONANTS.matcher(word).find()
                            || DIGITS_AMONG_LETTERS.matcher(word).find();
            return REPEATED_LETTER.matcher(word).find()
                    || (isUnlikely && !UNSPACED_SCRIPT.matcher(word).find());
        }
    }
}
