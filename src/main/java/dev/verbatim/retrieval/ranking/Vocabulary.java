package dev.verbatim.retrieval.ranking;

import dev.verbatim.language.NameSimilarity;
import dev.verbatim.language.TranslatedQuestion.Translation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A vocabulary of the passages in one language: their terms, to be looked up by how they begin,
/// how they end and how they sound. What isn't in it can't be found.
///
/// Words by their endings and their sounds are listed when they are first asked for. Thread-safe.
public final class Vocabulary {

    /// How much less sure a name is that only sounds the same.
    static final double SOUND_ONLY = 0.98;

    /// Shorter names sound like too many words; they must be spelled the same.
    private static final int MIN_LENGTH = 4;

    private static final int MAX_MATCHES = 2;

    /// Shorter words aren't looked up by how they end.
    private static final int MIN_WITH_ENDING = 7;

    private final SortedTerms terms;
    private volatile @Nullable List<String> reversed;
    private volatile @Nullable List<Sound> sounds;

    public Vocabulary(SortedTerms terms) {
        this.terms = terms;
    }

    /// The terms of a language in the order of their bytes. Thread-safe.
    public interface SortedTerms {

        /// The terms from this one on.
        Iterator<String> from(String term);
    }

    /// A source of the vocabularies of all languages that passages are in.
    public interface Source {

        /// The codes of the languages that passages are in.
        List<String> languages();

        /// The terms of the passages in a language.
        Vocabulary vocabulary(String language);
    }

    /// How a word of the index sounds.
    private record Sound(String term, String sound) {}

    boolean contains(String term) {
        Iterator<String> found = terms.from(term);
        return found.hasNext() && found.next().equals(term);
    }

    Iterator<String> from(String term) {
        return terms.from(term);
    }

    /// The words of at least seven letters that end with these.
    Stream<String> wordsEndingWith(String ending) {
        List<String> words = reversed();
        String start = reversed(ending);
        int found = Collections.binarySearch(words, start);
        int first = found < 0 ? -found - 1 : found;
        return words.subList(first, words.size()).stream()
                .takeWhile(word -> word.startsWith(start))
                .map(Vocabulary::reversed);
    }

    /// In their order, so that words with the same end are neighbours.
    private List<String> reversed() {
        List<String> known = reversed;
        if (known == null) {
            known = new ArrayList<>();
            for (Iterator<String> all = terms.from(""); all.hasNext(); ) {
                String term = all.next();
                if (term.length() >= MIN_WITH_ENDING && isWord(term)) {
                    known.add(reversed(term));
                }
            }
            Collections.sort(known);
            reversed = known;
        }
        return known;
    }

    private static String reversed(String word) {
        return new StringBuilder(word).reverse().toString();
    }

    /// Whether a term is of letters only.
    static boolean isWord(String term) {
        return term.chars().allMatch(Character::isLetter);
    }

    private List<Sound> sounds() {
        List<Sound> known = sounds;
        if (known == null) {
            known = new ArrayList<>();
            for (Iterator<String> all = terms.from(""); all.hasNext(); ) {
                String term = all.next();
                if (isWord(term)) {
                    known.add(new Sound(term, NameSimilarity.sound(NameSimilarity.latin(term))));
                }
            }
            sounds = known;
        }
        return known;
    }

    /// The words that sound most like a name, with how much they do.
    ///
    /// @param least how much they must, 0 to 1
    List<Translation> closest(String name, double least) {
        List<Sound> words = sounds();
        return NameSimilarity.latinForms(name).stream()
                .flatMap(form -> closestTo(form, least, words))
                .sorted(Comparator.comparingDouble(Translation::probability).reversed())
                .limit(MAX_MATCHES)
                .toList();
    }

    private static Stream<Translation> closestTo(String latin, double least, List<Sound> words) {
        String sound = NameSimilarity.sound(latin);
        double needed = latin.length() < MIN_LENGTH && least < SOUND_ONLY ? 1 : least;
        return words.stream()
                .filter(word -> Math.abs(word.sound().length() - sound.length()) <= 2)
                .map(word -> translation(word, latin, sound))
                .filter(match -> match.probability() >= needed);
    }

    private static Translation translation(Sound word, String latin, String sound) {
        double similarity =
                word.term().equals(latin)
                        ? 1
                        : SOUND_ONLY * NameSimilarity.between(sound, word.sound());
        return new Translation(word.term(), similarity);
    }
}
