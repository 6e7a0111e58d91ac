package dev.verbatim.article.speech;

import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.sentence.Lexicon;
import dev.verbatim.article.sentence.Lexicon.Gender;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A person that an article names.
///
/// @param name as full as the article has it
record NamedPerson(String name, @Nullable String role, Gender gender) {

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}-]++");

    private static final int MIN_STEM_LENGTH = 3;

    // Of Ukrainian and Russian, the longest first. Names in Latin letters keep their form in the
    // other languages that have a lexicon.
    private static final List<String> CASE_ENDINGS =
            List.of(
                    "ього", "ьому", "ого", "ому", "его", "ему", "ими", "ыми", "ою", "ею", "ым",
                    "им", "ом", "ем", "єм", "ой", "ей", "ий", "ый", "ій", "ая", "яя", "ую", "юю",
                    "їй", "єю", "а", "я", "у", "ю", "е", "є", "и", "і", "ї", "о", "ы", "ь", "й");

    Speaker speaker() {
        return new Speaker(name, role);
    }

    boolean isFullName() {
        return name.indexOf(' ') > 0;
    }

    /// The last name without its case ending, equal for all people whom a surname may mean.
    String surnameStem() {
        return stem(name.substring(name.lastIndexOf(' ') + 1));
    }

    private String firstNameStem() {
        return stem(isFullName() ? name.substring(0, name.indexOf(' ')) : name);
    }

    /// A name without its case ending: the same for "Петренко", "Петренка" and "Петренком".
    private static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.codePoints().noneMatch(NamedPerson::isCyrillic)) {
            return lower;
        }
        return CASE_ENDINGS.stream()
                .filter(lower::endsWith)
                .map(ending -> lower.substring(0, lower.length() - ending.length()))
                .filter(stem -> stem.length() >= MIN_STEM_LENGTH)
                .findFirst()
                .orElse(lower);
    }

    private static boolean isCyrillic(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
    }

    /// Whether this mention may mean a person with the same surname: the shorter name is the end of
    /// the longer one, or both begin alike, as "George Doe" and "George W. Doe".
    boolean mayMean(NamedPerson known) {
        boolean surname = !isFullName() || known.endsWith(name);
        return (surname || firstNameStem().equals(known.firstNameStem()))
                && gender.fits(known.gender);
    }

    /// "Juan de la Torre" ends with "De la Torre", as a sentence may begin.
    private boolean endsWith(String lastNames) {
        int start = name.length() - lastNames.length();
        return start > 0
                && name.charAt(start - 1) == ' '
                && name.regionMatches(true, start, lastNames, 0, lastNames.length());
    }

    /// The words of the role, each of which may refer to the person: "the minister".
    Set<String> roleWords() {
        return role == null
                ? Set.of()
                : new HashSet<>(List.of(NO_WORD.split(role.toLowerCase(Locale.ROOT))));
    }

    /// Whether a word of the name is a word for groups, or an acronym.
    boolean looksLikeGroup(Lexicon lexicon) {
        return BLANK.splitAsStream(name)
                .anyMatch(
                        word ->
                                lexicon.isGroup(word.toLowerCase(Locale.ROOT))
                                        || (word.length() > 1
                                                && word.chars().allMatch(Character::isUpperCase)));
    }

    /// This person, completed by what another mention adds.
    NamedPerson or(NamedPerson other) {
        return new NamedPerson(name, role == null ? other.role : role, gender.or(other.gender));
    }
}
