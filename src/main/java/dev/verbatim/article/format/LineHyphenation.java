package dev.verbatim.article.format;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A joiner of words that were divided at the ends of lines. A hyphen that belongs to a word stays:
/// when the text has the word with it elsewhere, has both halves as words of their own, or when the
/// next word is one like "and", which only shares the word's end.
final class LineHyphenation {

    private static final Pattern DIVIDED =
            Pattern.compile(
                    "(?<![\\p{L}\\p{M}])([\\p{L}\\p{M}]{1,40}+)(?:\u00ad|([-\u2010]))[ \\t]*+\\n[ \\t]*+(\\p{Ll}[\\p{L}\\p{M}]{0,40}+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]++(?:-[\\p{L}\\p{M}]++)*+");

    // Halves that are joined to the next by a hyphen.
    private static final Set<String> PREFIXES =
            Set.of(
                    "self", "well", "non", "ex", "vice", "long", "short", "high", "low", "half",
                    "mid", "all");

    private static final Set<String> CONJUNCTIONS =
            Set.of(
                    "und", "oder", "bzw", "and", "or", "et", "ou", "y", "o", "e", "и", "или", "та",
                    "і");

    private final Set<String> words = new HashSet<>();

    private LineHyphenation() {}

    static String joined(String text) {
        if (!DIVIDED.matcher(text).find()) {
            return text;
        }
        var hyphenation = new LineHyphenation();
        Matcher word = WORD.matcher(lower(DIVIDED.matcher(text).replaceAll(" ")));
        while (word.find()) {
            hyphenation.words.add(word.group());
        }
        return DIVIDED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(hyphenation.joined(found)));
    }

    private String joined(MatchResult found) {
        String first = found.group(1);
        String second = found.group(3);
        if (found.group(2) == null) {
            return first + second;
        }
        if (CONJUNCTIONS.contains(second)) {
            return first + found.group(2) + " " + second;
        }
        return first + (keepsHyphen(lower(first), lower(second)) ? found.group(2) : "") + second;
    }

    private boolean keepsHyphen(String first, String second) {
        if (words.contains(first + second)) {
            return false;
        }
        return words.contains(first + "-" + second)
                || PREFIXES.contains(first)
                || (first.length() > 2
                        && second.length() > 2
                        && words.contains(first)
                        && words.contains(second));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
