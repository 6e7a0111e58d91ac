package dev.verbatim.answer;

import dev.verbatim.language.WordTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// What somebody wrote, as words without punctuation.
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

    private static Utterance of(List<String> words) {
        return new Utterance(
                words, words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
    }

    int size() {
        return words.size();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// Without the first words.
    Utterance from(int start) {
        return between(start, size());
    }

    Utterance between(int start, int end) {
        return new Utterance(words.subList(start, end), lower.subList(start, end));
    }

    /// Only the words that are wanted.
    Utterance only(Predicate<String> wanted) {
        return of(words.stream().filter(wanted).toList());
    }

    /// Whether the word has a capital.
    boolean isCapitalised(int at) {
        return Character.isUpperCase(words.get(at).codePointAt(0));
    }

    /// Whether the word looks like a name: no first word does, since sentences begin so, too.
    boolean isName(int at) {
        return at > 0 && isCapitalised(at);
    }

    /// The words with blanks between them.
    String text() {
        return String.join(" ", words);
    }
}
