package dev.verbatim.article.format;

import dev.verbatim.language.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A parser of bylines, such as "By Ida Berg and Jon Dahl". Every language lists its words for "by"
/// under `page.byline` in its file; they all count at once.
final class Byline {

    private static final int MAX_LENGTH = 150;
    private static final int MAX_NAME_WORDS = 5;
    private static final int MAX_NAME_LENGTH = 60;

    private static final Pattern BY =
            Pattern.compile(
                    "^(?:" + listed() + ")(?:\\s*+:\\s*+|\\s++)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SEPARATOR =
            Pattern.compile("[,;|•·/&]|\\s(?:and|und|et|и|та|і)\\s|\\s[ye]\\s(?=\\S{1,40}\\s\\S)");

    // Words of names that begin with a small letter; another one begins something else.
    private static final Set<String> PARTICLES =
            Set.of(
                    "al", "ben", "bin", "bint", "d", "da", "dal", "de", "del", "della", "den",
                    "der", "des", "di", "dos", "du", "el", "ibn", "la", "le", "ten", "ter", "van",
                    "von", "y", "zu", "zum", "zur");

    private static final Pattern NO_NAME = Pattern.compile("[\\d@<>{}\\[\\]:?!\"]|https?|www\\.");
    private static final Pattern ROLE =
            Pattern.compile(
                    "(?:staff|editor|reporter|correspondent|writer|journalist|contributor|redakt|"
                            + "korrespondent|rédact|redac|posted|published|updated|special to)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANK = Pattern.compile("\\s++");

    private Byline() {}

    private static String listed() {
        return Language.withFile().stream()
                .flatMap(language -> language.file().list("page.byline").stream())
                .collect(Collectors.joining("|"));
    }

    /// The names in a label that begins with a word such as "by"; none when it doesn't.
    static List<String> ofLabel(String label) {
        Matcher by = BY.matcher(Whitespace.squeezed(label));
        return by.find() ? ofNames(by.replaceFirst("")) : List.of();
    }

    /// The names in the value of a field for authors, with or without "by".
    static List<String> names(String value) {
        return ofNames(BY.matcher(Whitespace.squeezed(value)).replaceFirst(""));
    }

    // What follows a name may be a role, a place or a time; what isn't like a name ends the list.
    private static List<String> ofNames(String value) {
        return value.length() > MAX_LENGTH
                ? List.of()
                : Arrays.stream(SEPARATOR.split(value))
                        .map(Byline::nameIn)
                        .takeWhile(Byline::isName)
                        .distinct()
                        .toList();
    }

    /// The beginning up to a word that is no part of a name: "Ida Berg on Monday".
    private static String nameIn(String value) {
        return BLANK.splitAsStream(value.strip())
                .takeWhile(Byline::isOfName)
                .collect(Collectors.joining(" "));
    }

    private static boolean isOfName(String word) {
        return !word.isEmpty()
                && (!Character.isLowerCase(word.codePointAt(0)) || PARTICLES.contains(word));
    }

    private static boolean isName(String value) {
        return !value.isEmpty()
                && value.length() <= MAX_NAME_LENGTH
                && BLANK.split(value).length <= MAX_NAME_WORDS
                && !NO_NAME.matcher(value).find()
                && !ROLE.matcher(value).find();
    }

    static @Nullable String joined(List<String> names) {
        return names.isEmpty() ? null : String.join(", ", names);
    }
}
