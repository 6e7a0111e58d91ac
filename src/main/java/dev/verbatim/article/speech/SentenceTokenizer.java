package dev.verbatim.article.speech;

import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Lexicon;
import dev.verbatim.article.sentence.SentenceSplitter;
import dev.verbatim.article.sentence.WordClass;
import dev.verbatim.article.speech.TokenizedSentence.Token;
import dev.verbatim.language.WordTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A tokenizer that cuts a paragraph into sentences of tokens.
///
/// The full stop of an abbreviation or an initial belongs to the word. Clitics are words of their
/// own: the possessive of "Ukraine’s", the article of "l’homme", the pronoun of "a-t-elle".
final class SentenceTokenizer {

    private static final String APOSTROPHES = "'’";
    private static final WordTokenizer WORDS = WordTokenizer.joinedBy("-.&" + APOSTROPHES);

    // More letters without a blank are no word of any language; cut, they can't slow down code that
    // scans words.
    private static final int MAX_WORD_LENGTH = 100;

    private final String text;
    private final Lexicon lexicon;

    SentenceTokenizer(String text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
    }

    /// @param number of the paragraph
    /// @param quoted places of quotations, in order
    List<TokenizedSentence> sentences(Paragraph paragraph, int number, List<TextSpan> quoted) {
        List<TokenizedSentence> sentences = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        int ended = 0;
        for (Token token : tokens(paragraph.span(), quoted)) {
            int ending = endedBefore(paragraph.sentences(), ended, token.span().start());
            if (ending > ended && !current.isEmpty()) {
                sentences.add(new TokenizedSentence(lexicon, number, current));
                current.clear();
            }
            ended =
                    Math.max(
                            ended,
                            endedBefore(paragraph.sentences(), ending, token.span().end() - 1));
            current.add(token);
        }
        if (!current.isEmpty()) {
            sentences.add(new TokenizedSentence(lexicon, number, current));
        }
        return sentences;
    }

    /// How many sentences end up to this place, without those that end inside a token.
    private static int endedBefore(List<TextSpan> sentences, int known, int place) {
        int ended = known;
        while (ended < sentences.size() && sentences.get(ended).end() <= place) {
            ended++;
        }
        return ended;
    }

    private List<Token> tokens(TextSpan paragraph, List<TextSpan> quoted) {
        List<Token> tokens = new ArrayList<>();
        int at = paragraph.start();
        for (TextSpan quotation : quoted) {
            for (TextSpan part : InterruptedQuote.parts(text, quotation, lexicon)) {
                addWords(at, part.start(), tokens);
                tokens.add(Token.of(Token.Kind.QUOTED, part, text));
                at = part.end();
            }
        }
        addWords(at, paragraph.end(), tokens);
        return tokens;
    }

    private void addWords(int from, int to, List<Token> tokens) {
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            int end = isDetachedPossessive(at, to) ? at + 2 : wordEnd(at, to);
            if (end > at) {
                addParts(at, end, tokens);
            } else if (!SentenceSplitter.isBlank(c)) {
                tokens.add(Token.of(Token.Kind.MARK, new TextSpan(at, at + 1), text));
            }
            at = Math.max(end, at + 1);
        }
    }

    /// "Ukraine 's", as treebanks have it.
    private boolean isDetachedPossessive(int at, int to) {
        return at + 1 < to
                && APOSTROPHES.indexOf(text.charAt(at)) >= 0
                && text.charAt(at + 1) == 's'
                && (at + 2 == to || SentenceSplitter.isBlank(text.charAt(at + 2)));
    }

    /// The end of the word that begins here; here when none does.
    private int wordEnd(int from, int to) {
        int end = WORDS.end(text, from, Math.min(to, from + MAX_WORD_LENGTH));
        boolean abbreviated =
                end < to && text.charAt(end) == '.' && isAbbreviation(text.substring(from, end));
        return abbreviated ? end + 1 : end;
    }

    private boolean isAbbreviation(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return (word.length() == 1 && Character.isUpperCase(word.charAt(0)))
                || word.indexOf('.') > 0
                || lexicon.hasAny(lower, WordClass.ABBREVIATION_NAME, WordClass.TITLE);
    }

    private void addParts(int from, int to, List<Token> tokens) {
        int cut = cliticBoundary(from, to);
        tokens.add(Token.of(Token.Kind.WORD, new TextSpan(from, cut), text));
        if (cut < to) {
            tokens.add(Token.of(Token.Kind.WORD, new TextSpan(cut, to), text));
        }
    }

    private int cliticBoundary(int from, int to) {
        for (int at = from + 1; at < to; at++) {
            char c = text.charAt(at);
            if (APOSTROPHES.indexOf(c) >= 0) {
                int cut = cutAtApostrophe(from, at, to);
                if (cut < to) {
                    return cut;
                }
            }
            if (c == '-' && lexicon.has(WordClass.CLITIC, lower(at, to))) {
                return at;
            }
        }
        return to;
    }

    private int cutAtApostrophe(int from, int apostrophe, int to) {
        boolean possessive = lower(apostrophe, to).equals("'s");
        boolean article =
                lexicon.hasAny(
                        lower(from, apostrophe + 1),
                        WordClass.DETERMINER,
                        WordClass.LINK,
                        WordClass.THAT,
                        WordClass.AUXILIARY,
                        WordClass.BREAK);
        return possessive ? apostrophe : article ? apostrophe + 1 : to;
    }

    private String lower(int from, int to) {
        return text.substring(from, to).toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
