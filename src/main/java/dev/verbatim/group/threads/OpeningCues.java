package dev.verbatim.group.threads;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/// What a message seems to do, by the words it begins with.
///
/// @param questions and the others: words of many languages, as `cues.properties` has them
record OpeningCues(
        Set<String> questions, Set<String> greetings, Set<String> thanks, Set<String> answers) {

    static final OpeningCues BUNDLED = bundled();

    /// How far into a message its beginning reaches: "so how do I".
    private static final int BEGINNING = 2;

    private static final Pattern QUESTION_MARK = Pattern.compile("[?？؟]");

    private static OpeningCues bundled() {
        Properties words = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                OpeningCues.class.getResourceAsStream("cues.properties")),
                        StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cues.properties can't be read", e);
        }
        return new OpeningCues(
                words(words, "questions"),
                words(words, "greetings"),
                words(words, "thanks"),
                words(words, "answers"));
    }

    private static Set<String> words(Properties words, String kind) {
        return Set.copyOf(List.of(words.getProperty(kind, "").strip().split("\\s+", -1)));
    }

    boolean asks(String text, List<String> words) {
        return QUESTION_MARK.matcher(text).find() || begins(words, questions);
    }

    boolean greets(List<String> words) {
        return begins(words, greetings);
    }

    boolean thanks(List<String> words) {
        return begins(words, thanks);
    }

    boolean answers(List<String> words) {
        return begins(words, answers);
    }

    private static boolean begins(List<String> words, Set<String> cues) {
        return words.stream().limit(BEGINNING).anyMatch(cues::contains);
    }
}
