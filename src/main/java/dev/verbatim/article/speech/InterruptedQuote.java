package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Lexicon;
import dev.verbatim.article.sentence.SentenceSplitter;
import dev.verbatim.article.sentence.WordClass;
import java.util.ArrayList;
import java.util.List;

/// A quotation with its attribution inside the marks: «Ми готові, — сказала вона. — Починаємо».
///
/// Between dashes wherever the first word there is a verb of speech; between commas only in
/// languages whose lexicon says so, since elsewhere ", said he," may well be quoted too.
final class InterruptedQuote {

    private static final int MAX_LENGTH = 160;
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
        String word = text.substring(from, end);
        if (lexicon.has(WordClass.VERB, word)) {
            return true;
        }
        int next = skip(end);
        int hyphen = word.indexOf('-');
        String first = hyphen < 0 ? word : word.substring(0, hyphen);
        boolean auxiliary = lexicon.has(WordClass.AUXILIARY, first);
        return lexicon.has(WordClass.VERB, first)
                || (auxiliary && lexicon.has(WordClass.VERB, text.substring(next, wordEnd(next))));
    }

    private int skipInsertion(int verb, String closing) {
        int limit = Math.min(quoted.end(), verb + MAX_LENGTH);
        for (int at = verb; at < limit; at++) {
            if (closing.indexOf(text.charAt(at)) >= 0) {
                return skip(at + 1);
            }
        }
        return quoted.end();
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
