package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Lexicon;
import dev.verbatim.article.sentence.SentenceSplitter;
import dev.verbatim.article.sentence.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A quotation with its attribution inside the marks: «Ми готові, — сказала вона. — Починаємо».
///
/// Between dashes wherever the first word there is a verb of speech; between commas only in
/// languages whose lexicon says so, since elsewhere ", said he," may well be quoted too.
final class InterruptedQuote {

    private static final int MAX_LENGTH = 160;
    private static final int SHORTEST_WORD = 4;
    private static final int MAX_NAME = 4;
    private static final int MAX_ROLE = 8;
    private static final Pattern BLANKS = Pattern.compile("\\s++");
    private static final String DASHES = "—–";
    private static final String BEFORE_INSERTION = ",.!?…";

    private final String text;
    private final TextSpan quoted;
    private final Lexicon lexicon;

    private InterruptedQuote(String text, TextSpan quoted, Lexicon lexicon) {
        this.text = text;
        this.quoted = quoted;
        this.lexicon = lexicon;
    }

    /// The quoted words before, between and after insertions, with their marks.
    static List<TextSpan> parts(String text, TextSpan quoted, Lexicon lexicon) {
        return new InterruptedQuote(text, quoted, lexicon).parts();
    }

    private List<TextSpan> parts() {
        List<TextSpan> parts = new ArrayList<>();
        int from = quoted.start();
        for (int at = quoted.start() + 1; at < quoted.end(); at++) {
            int verb = BEFORE_INSERTION.indexOf(text.charAt(at)) >= 0 ? verbAfter(at + 1) : -1;
            if (verb >= 0) {
                parts.add(new TextSpan(from, at + 1));
                from = skipInsertion(verb, hasDash(at + 1, verb) ? DASHES : ",");
                at = from;
            }
        }
        if (from < quoted.end() - 1) {
            parts.add(new TextSpan(from, quoted.end()));
        }
        return parts;
    }

    /// -1 when no attribution begins there.
    private int verbAfter(int from) {
        int word = skip(from);
        boolean inserted = hasDash(from, word) || lexicon.has(WordClass.INSERTION, "comma");
        return inserted && isVerb(word) ? word : -1;
    }

    private boolean hasDash(int from, int to) {
        return text.substring(from, to).chars().anyMatch(c -> DASHES.indexOf(c) >= 0);
    }

    private boolean isVerb(int from) {
        int end = wordEnd(from);
        boolean reflexive = end < quoted.end() && isReflexive(from, end);
        return reflexive ? isVerb(end + 1, wordEnd(end + 1)) : isVerb(from, end);
    }

    private boolean isVerb(int from, int end) {
        String word = text.substring(from, end);
        if (lexicon.has(WordClass.VERB, word)) {
            return true;
        }
        int next = skip(end);
        int hyphen = word.indexOf('-');
        String first = hyphen < 0 ? word : word.substring(0, hyphen);
        boolean auxiliary = lexicon.has(WordClass.AUXILIARY, first);
        return lexicon.hasAny(word, WordClass.VERB, WordClass.PREPOSITION)
                || lexicon.has(WordClass.VERB, first)
                || (auxiliary && lexicon.has(WordClass.VERB, text.substring(next, wordEnd(next))));
    }

    /// "s’ | indigne".
    private boolean isReflexive(int from, int end) {
        return end > from
                && "'’".indexOf(text.charAt(end)) >= 0
                && lexicon.has(WordClass.AUXILIARY, text.substring(from, end) + "'");
    }

    private int skipInsertion(int verb, String closing) {
        int limit = Math.min(quoted.end(), verb + MAX_LENGTH);
        int end = Math.min(closingMark(verb, limit, closing), sentenceEnd(verb, limit));
        int next = closing.equals(",") && end < limit ? closingMark(end + 1, limit, ",") : limit;
        if (next < limit && isApposition(verb, end, next)) {
            end = next;
        }
        return end < limit ? skip(end + 1) : quoted.end();
    }

    /// "a insisté la directrice. | C’est …": not after an abbreviation such as "M.".
    private int sentenceEnd(int from, int limit) {
        for (int at = from; at + 2 < limit; at++) {
            boolean stop = text.charAt(at) == '.' && SentenceSplitter.isBlank(text.charAt(at + 1));
            if (stop && isWordBefore(at) && Character.isUpperCase(text.charAt(at + 2))) {
                return at;
            }
        }
        return limit;
    }

    private boolean isWordBefore(int end) {
        int at = end;
        while (at > quoted.start() && Character.isLetter(text.charAt(at - 1))) {
            at--;
        }
        return end - at >= SHORTEST_WORD;
    }

    private int closingMark(int from, int limit, String closing) {
        int at = from;
        while (at < limit && closing.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /// "a expliqué la maire, | Claire Dubois," and "a expliqué Claire Dubois, | la maire,".
    private boolean isApposition(int verb, int comma, int end) {
        String[] before = BLANKS.split(text.substring(verb, comma).strip());
        String[] words = BLANKS.split(text.substring(comma + 1, end).strip());
        boolean nameAfter =
                isUpper(words[0]) && words.length <= MAX_NAME && isUpper(words[words.length - 1]);
        boolean named = isUpper(before[before.length - 1]);
        return named ? hasRole(words) && words.length <= MAX_ROLE : nameAfter && hasRole(before);
    }

    private static boolean isUpper(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    }

    private boolean hasRole(String... words) {
        return Stream.of(words).anyMatch(word -> lexicon.isRole(withoutArticle(word)));
    }

    /// "l’adjointe", in lower case.
    private static String withoutArticle(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        return lower.substring(lower.indexOf('\'') + 1);
    }

    private int skip(int from) {
        int at = from;
        while (at < quoted.end()
                && (SentenceSplitter.isBlank(text.charAt(at))
                        || DASHES.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private int wordEnd(int from) {
        int at = from;
        while (at < quoted.end()
                && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        return at;
    }
}
