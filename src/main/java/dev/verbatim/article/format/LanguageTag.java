package dev.verbatim.article.format;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A parser of BCP 47 language tags: `en`, `pt-BR`.
final class LanguageTag {

    private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

    private LanguageTag() {}

    /// Empty when no language has this tag.
    static Optional<Locale> parse(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build())
                    .filter(locale -> isLanguage(locale.getLanguage()));
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    // Tags can be well formed and name nothing: "english" is one. Of the codes with three letters
    // there are thousands, and the JDK has no list of them.
    private static boolean isLanguage(String code) {
        return code.length() == 3 || TWO_LETTERS.contains(code);
    }
}
