package dev.verbatim.article.speech;

import java.util.List;
import java.util.Locale;

/// What stays of a name when a language changes its ending: "Петренко", "Петренка", "Петренком".
final class NameInflection {

    private static final int SHORTEST_STEM = 3;

    // The longest first. Names in Latin letters keep their form in the languages we know.
    private static final List<String> ENDINGS =
            List.of(
                    "ього", "ьому", "ого", "ому", "его", "ему", "ими", "ыми", "ою", "ею", "ым",
                    "им", "ом", "ем", "єм", "ой", "ей", "ий", "ый", "ій", "ая", "яя", "ую", "юю",
                    "їй", "єю", "а", "я", "у", "ю", "е", "є", "и", "і", "ї", "о", "ы", "ь", "й");

    private NameInflection() {}

    static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.codePoints().noneMatch(NameInflection::isCyrillic)) {
            return lower;
        }
        return ENDINGS.stream()
                .filter(lower::endsWith)
                .map(ending -> lower.substring(0, lower.length() - ending.length()))
                .filter(stem -> stem.length() >= SHORTEST_STEM)
                .findFirst()
                .orElse(lower);
    }

    private static boolean isCyrillic(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
    }
}
