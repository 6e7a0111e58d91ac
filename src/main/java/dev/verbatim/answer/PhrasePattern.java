package dev.verbatim.answer;

import java.util.List;
import java.util.Optional;

/// A phrase, perhaps with a gap: "tell me more about *".
///
/// @param before the words before the gap, or all of them
/// @param after the words after it
/// @param hasGap whether there is one
record PhrasePattern(List<String> before, List<String> after, boolean hasGap) {

    PhrasePattern {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static PhrasePattern of(String phrase) {
        int gap = phrase.indexOf('*');
        return gap < 0
                ? new PhrasePattern(Utterance.of(phrase).lower(), List.of(), false)
                : new PhrasePattern(
                        Utterance.of(phrase.substring(0, gap)).lower(),
                        Utterance.of(phrase.substring(gap + 1)).lower(),
                        true);
    }

    /// What stands in the gap, when the whole utterance has this form: no words where there is no
    /// gap, and perhaps none where there is one.
    Optional<Utterance> gapIn(Utterance utterance) {
        int end = utterance.size() - after.size();
        if (end < before.size() || (!hasGap && end > before.size())) {
            return Optional.empty();
        }
        List<String> words = utterance.lower();
        boolean fits =
                words.subList(0, before.size()).equals(before)
                        && words.subList(end, words.size()).equals(after);
        return fits ? Optional.of(utterance.between(before.size(), end)) : Optional.empty();
    }

    boolean opens(Utterance utterance) {
        return utterance.size() >= before.size()
                && utterance.lower().subList(0, before.size()).equals(before);
    }

    int size() {
        return before.size();
    }
}
