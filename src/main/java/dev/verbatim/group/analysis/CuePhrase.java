package dev.verbatim.group.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A phrase pattern that shows what a message does.
///
/// Written as words with blanks between them: `^` matches where a clause starts, `^^` where a
/// sentence does, `$` at the end of the message, `a/b` either word, `_` any word, `*` up to four
/// words, `{set}` a word of a set of the same file, `{name}` a participant of the chat.
///
/// @param steps the alternatives for each word
/// @param opening whether it starts where a clause does
/// @param sentence whether it starts where a sentence does: behind a comma only names and openers
///   may precede it
/// @param closing whether it ends with the message
record CuePhrase(List<Set<String>> steps, boolean opening, boolean sentence, boolean closing) {

    private static final Pattern BLANKS = Pattern.compile("\\s++");
    private static final Pattern SLASH = Pattern.compile("/");

    private static final String ANY = "_";
    private static final String GAP = "*";
    private static final String NAME = "{name}";
    private static final int LONGEST_GAP = 4;

    /// @param sets by their names in braces
    static CuePhrase of(String written, Map<String, Set<String>> sets) {
        List<String> parts = Arrays.asList(BLANKS.split(written.strip()));
        boolean sentence = parts.getFirst().equals("^^");
        boolean opening = sentence || parts.getFirst().equals("^");
        boolean closing = parts.getLast().equals("$");
        List<Set<String>> steps =
                parts.subList(opening ? 1 : 0, parts.size() - (closing ? 1 : 0)).stream()
                        .map(part -> step(part, sets))
                        .toList();
        return new CuePhrase(steps, opening, sentence, closing);
    }

    private static Set<String> step(String part, Map<String, Set<String>> sets) {
        return Set.copyOf(
                SLASH.splitAsStream(part)
                        .flatMap(word -> sets.getOrDefault(word, Set.of(word)).stream())
                        .distinct()
                        .toList());
    }

    /// The words it may begin with; empty when it may begin with any.
    Set<String> firstWords() {
        Set<String> first = steps.getFirst();
        return first.contains(ANY) || first.contains(NAME) ? Set.of() : first;
    }

    /// Whether it matches a message from one of its tokens on.
    boolean matchesAt(AnalyzedMessage message, int at) {
        return (!opening || message.startsClause(at))
                && (!sentence || message.startsSentence(at))
                && matches(message, at, 0);
    }

    private boolean matches(AnalyzedMessage message, int at, int step) {
        if (step == steps.size()) {
            return !closing || at == message.tokens().size();
        }
        if (steps.get(step).contains(GAP)) {
            return matchesAfterGap(message, at, step + 1);
        }
        return at < message.tokens().size()
                && matchesStep(message, at, steps.get(step))
                && matches(message, at + 1, step + 1);
    }

    private boolean matchesAfterGap(AnalyzedMessage message, int at, int step) {
        for (int gap = 0; gap <= LONGEST_GAP; gap++) {
            if (matches(message, at + gap, step)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesStep(AnalyzedMessage message, int at, Set<String> step) {
        ChatToken token = message.tokens().get(at);
        return step.contains(token.normalized())
                || step.contains(ANY)
                || (step.contains(NAME) && message.isName(at));
    }
}
