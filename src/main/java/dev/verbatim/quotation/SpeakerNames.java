package dev.verbatim.quotation;

import dev.verbatim.article.Article;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.language.NameSimilarity;
import dev.verbatim.language.WordTokenizer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares names that a message and an article give to a person. In doubt they are the same
/// person's: who says that somebody else said it must be sure.
final class SpeakerNames {

    private static final double ALIKE = 0.74;
    private static final int MIN_LENGTH = 3;

    private SpeakerNames() {}

    /// Whether a name may be that of a speaker: one word of it is in the speaker's name or role.
    /// The first may be a title or a day as well as another first name, so it says nothing.
    static boolean mayBe(String name, Speaker speaker) {
        List<String> known = words(speaker.name());
        List<String> role = words(speaker.role());
        return words(name).stream().anyMatch(word -> isIn(word, known) || role.contains(word));
    }

    /// Whether an article names two people by the same surname, and this is the name of the other.
    static boolean isNamesake(String name, Speaker speaker, Article article) {
        return name.contains(" ")
                && !speaker.name().contains(name)
                && !name.contains(speaker.name())
                && article.text().contains(name);
    }

    /// Whether a name may be that of those who published an article.
    static boolean mayBe(String name, Publication publication) {
        List<String> published =
                Stream.of(publication.publisher(), publication.author(), publication.title())
                        .flatMap(other -> words(other).stream())
                        .toList();
        return words(name).stream().anyMatch(word -> isIn(word, published));
    }

    /// Whether somebody is called by a name, and not "the trial's leader".
    static boolean isName(String speaker) {
        return WordTokenizer.PLAIN
                .words(speaker)
                .skip(1)
                .anyMatch(word -> Character.isUpperCase(word.text().codePointAt(0)));
    }

    /// Whether a text has a word of a name.
    static boolean isIn(String name, String text) {
        List<String> all = words(text);
        return words(name).stream().anyMatch(word -> isIn(word, all));
    }

    private static List<String> words(@Nullable String name) {
        return WordTokenizer.PLAIN.lower(Objects.requireNonNullElse(name, "")).stream()
                .filter(word -> word.length() >= MIN_LENGTH || word.length() == 1)
                .toList();
    }

    private static boolean isIn(String word, List<String> others) {
        return word.length() >= MIN_LENGTH && others.stream().anyMatch(other -> alike(word, other));
    }

    private static boolean alike(String word, String other) {
        return word.equals(other)
                || NameSimilarity.latinForms(word).stream()
                        .anyMatch(form -> sounds(form, NameSimilarity.latin(other)));
    }

    private static boolean sounds(String form, String other) {
        return NameSimilarity.between(NameSimilarity.sound(form), NameSimilarity.sound(other))
                >= ALIKE;
    }
}
