package dev.verbatim.answer;

import dev.verbatim.language.WordTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// A user's text as words without punctuation.
///
/// @param words as they were written
/// @param lower the same in lower case
record Utterance(List<String> words, List<String> lower) {

    Utterance {
        words = List.copyOf(words);
        lower = List.copyOf(lower);
    }

    static Utterance of(String text) {
        return of(WordTokenizer.PLAIN.words(text).map(WordTokenizer.Word::text).toList());
    }

    static Utterance of(List<String> words) {
        return new Utterance(
                words, words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
    }

    int size() {
        return words.size();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// The words from an index on.
    Utterance from(int start) {
        return between(start, size());
    }

    Utterance between(int start, int end) {
        return new Utterance(words.subList(start, end), lower.subList(start, end));
    }

    /// The words that a predicate accepts.
    Utterance only(Predicate<String> wanted) {
        return of(words.stream().filter(wanted).toList());
    }

    /// Whether a word starts with a capital letter.
    boolean isCapitalised(int at) {
        return Character.isUpperCase(words.get(at).codePointAt(0));
    }

    /// Whether a word looks like a name. The first word never does, since every sentence starts
    /// with a capital letter.
    boolean isName(int at) {
        return at > 0 && isCapitalised(at);
    }

    /// The words, separated by spaces.
    String text() {
        return String.join(" ", words);
    }
}
