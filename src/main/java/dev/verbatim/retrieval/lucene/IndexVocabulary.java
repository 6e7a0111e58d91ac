package dev.verbatim.retrieval.lucene;

import dev.verbatim.language.NameSimilarity;
import dev.verbatim.language.TranslatedQuestion.Translation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/// The words of one language's articles, by how they sound. Immutable.
///
/// @param words of letters only
record IndexVocabulary(List<Sound> words) {

    /// How much less sure a name is that only sounds the same.
    private static final double SOUND_ONLY = 0.98;

    /// Shorter names sound like too many words; they must be spelled the same.
    private static final int MIN_LENGTH = 4;

    private static final int MAX_MATCHES = 2;

    /// How a word of the index sounds.
    private record Sound(String term, String sound) {}

    static IndexVocabulary of(IndexReader reader, String field) throws IOException {
        List<Sound> words = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(reader, field);
        TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (BytesRef term = all.next(); term != null; term = all.next()) {
            String word = term.utf8ToString();
            if (word.chars().allMatch(Character::isLetter)) {
                words.add(new Sound(word, NameSimilarity.sound(NameSimilarity.latin(word))));
            }
        }
        return new IndexVocabulary(words);
    }

    /// The words that sound most like a name, with how much they do.
    ///
    /// @param least how much they must, 0 to 1
    List<Translation> closest(String name, double least) {
        return NameSimilarity.latinForms(name).stream()
                .flatMap(form -> closestTo(form, least))
                .sorted(Comparator.comparingDouble(Translation::probability).reversed())
                .limit(MAX_MATCHES)
                .toList();
    }

    private Stream<Translation> closestTo(String latin, double least) {
        String sound = NameSimilarity.sound(latin);
        double needed = latin.length() < MIN_LENGTH ? 1 : least;
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
