package dev.verbatim.group.threads;

import dev.verbatim.language.Language;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a message seems to do, by the words it begins with.
///
/// @param questions and the others: words of all languages, from the section `opening` of their
///   files
record OpeningCues(
        Set<String> questions, Set<String> greetings, Set<String> thanks, Set<String> answers) {

    static final OpeningCues BUNDLED = bundled();

    /// How far into a message its beginning reaches: "so how do I".
    private static final int BEGINNING = 2;

    private static final Pattern QUESTION_MARK = Pattern.compile("[?？؟]");

    private static OpeningCues bundled() {
        return new OpeningCues(
                words("questions"), words("greetings"), words("thanks"), words("answers"));
    }

    private static Set<String> words(String kind) {
        return Language.withFile().stream()
                .flatMap(language -> language.file().list("opening." + kind).stream())
                .collect(Collectors.toUnmodifiableSet());
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
