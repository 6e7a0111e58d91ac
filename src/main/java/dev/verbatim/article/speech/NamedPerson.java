package dev.verbatim.article.speech;

import dev.verbatim.article.Speaker;
import dev.verbatim.article.sentence.Gender;
import dev.verbatim.article.sentence.Lexicon;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Somebody an article names.
///
/// @param name as full as the article has it
record NamedPerson(String name, @Nullable String role, Gender gender) {

    Speaker speaker() {
        return new Speaker(name, role);
    }

    String firstName() {
        return name.substring(0, end(name.indexOf(' ')));
    }

    String lastName() {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private int end(int blank) {
        return blank < 0 ? name.length() : blank;
    }

    boolean isFullName() {
        return name.indexOf(' ') > 0;
    }

    /// "Juan de la Torre" ends with "De la Torre", as a sentence may begin.
    boolean endsWith(String lastNames) {
        int start = name.length() - lastNames.length();
        return start > 0
                && name.charAt(start - 1) == ' '
                && name.regionMatches(true, start, lastNames, 0, lastNames.length());
    }

    /// The words of the role, each of which somebody may be called by: "the minister".
    Set<String> offices() {
        return role == null
                ? Set.of()
                : new HashSet<>(List.of(role.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+")));
    }

    /// A word that only groups have in their name, or nothing but capitals in one.
    boolean looksLikeGroup(Lexicon lexicon) {
        return Stream.of(name.split(" "))
                .anyMatch(
                        word ->
                                lexicon.isGroup(word.toLowerCase(Locale.ROOT))
                                        || (word.length() > 1
                                                && word.chars().allMatch(Character::isUpperCase)));
    }

    /// Takes what another mention of the same person adds.
    NamedPerson with(NamedPerson other) {
        return new NamedPerson(name, role == null ? other.role : role, gender.or(other.gender));
    }
}
