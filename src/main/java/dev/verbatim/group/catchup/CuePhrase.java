package dev.verbatim.group.catchup;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A phrase by which something is noticed in a message.
///
/// Written as words with blanks between them: `^` begins where a clause does, `$` ends with the
/// message, `a/b` is either, `_` any one word, `*` none to four, `{set}` one of a set of the same
/// file, `{name}` somebody of the chat.
///
/// @param steps what stands one after the other
/// @param opening whether it begins where a clause does
/// @param closing whether it ends with the message
record CuePhrase(List<Set<String>> steps, boolean opening, boolean closing) {

    private static final String ANY = "_";
    private static final String GAP = "*";
    private static final String NAME = "{name}";
    private static final int LONGEST_GAP = 4;

    /// @param sets by their names in braces
    static CuePhrase of(String written, Map<String, Set<String>> sets) {
        List<String> parts = Arrays.asList(written.strip().split("\\s+"));
        boolean opening = parts.getFirst().equals("^");
        boolean closing = parts.getLast().equals("$");
        List<Set<String>> steps =
                parts.subList(opening ? 1 : 0, parts.size() - (closing ? 1 : 0)).stream()
                        .map(part -> step(part, sets))
                        .toList();
        return new CuePhrase(steps, opening, closing);
    }

    private static Set<String> step(String part, Map<String, Set<String>> sets) {
        return Set.copyOf(
                Stream.of(part.split("/"))
                        .flatMap(word -> sets.getOrDefault(word, Set.of(word)).stream())
                        .distinct()
                        .toList());
    }

    /// The words it may begin with; empty when it may begin with any.
    Set<String> firstWords() {
        Set<String> first = steps.getFirst();
        return first.contains(ANY) || first.contains(NAME) ? Set.of() : first;
    }

    /// Whether it stands in a message from one of its words on.
    boolean standsAt(AnalyzedMessage analyzedMessage, int at) {
        return (!opening || analyzedMessage.opensClause(at)) && fits(analyzedMessage, at, 0);
    }

    private boolean fits(AnalyzedMessage analyzedMessage, int at, int step) {
        if (step == steps.size()) {
            return !closing || at == analyzedMessage.tokens().size();
        }
        if (steps.get(step).contains(GAP)) {
            return fitsAfterGap(analyzedMessage, at, step + 1);
        }
        return at < analyzedMessage.tokens().size()
                && isStep(analyzedMessage, at, steps.get(step))
                && fits(analyzedMessage, at + 1, step + 1);
    }

    private boolean fitsAfterGap(AnalyzedMessage analyzedMessage, int at, int step) {
        for (int gap = 0; gap <= LONGEST_GAP; gap++) {
            if (fits(analyzedMessage, at + gap, step)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStep(AnalyzedMessage analyzedMessage, int at, Set<String> step) {
        ChatToken token = analyzedMessage.tokens().get(at);
        return step.contains(token.lower())
                || step.contains(ANY)
                || (step.contains(NAME) && analyzedMessage.names(at));
    }
}
