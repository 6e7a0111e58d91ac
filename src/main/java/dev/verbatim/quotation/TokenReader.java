package dev.verbatim.quotation;

import dev.verbatim.article.TextSpan;
import dev.verbatim.language.Language;
import dev.verbatim.quotation.TextToken.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A reader of the tokens of a text. Punctuation, hyphens and blanks are no tokens: "long-haul" and
/// "long haul" are the same words. Thread-safe.
final class TokenReader {

    private static final String SIGNS = "%‰€$£¥₽₴";
    private static final String SENTENCE_END = ".!?…:“”„\"«»";
    private static final String APOSTROPHES = "'’ʼ";
    private static final String SEPARATORS = ".,:’'";
    private static final String BLANKS_IN_NUMBERS = " \u00a0\u2009\u202f";
    private static final int GROUP = 3;

    private final Language language;
    private final Set<String> negations;

    /// @param language of the text; one without a file has neither function words nor negations
    TokenReader(Locale language) {
        this.language = Language.orEnglish(language);
        negations = this.language.file().words("quotation.negation");
    }

    List<TextToken> read(String text) {
        return read(text, new TextSpan(0, Math.max(1, text.length())));
    }

    /// The tokens of a part of a text; their places are in the whole text.
    List<TextToken> read(String text, TextSpan part) {
        List<TextToken> tokens = new ArrayList<>();
        int end = Math.min(part.end(), text.length());
        int at = part.start();
        while (at < end) {
            int next = end(text, at, end);
            if (next > at) {
                tokens.add(token(text, new TextSpan(at, next)));
            }
            at = Math.max(next, at + Character.charCount(text.codePointAt(at)));
        }
        return tokens;
    }

    /// The end of the token at a place; that place when none begins there.
    private int end(String text, int at, int limit) {
        if (SIGNS.indexOf(text.charAt(at)) >= 0) {
            return at + 1;
        }
        if (isMinus(text, at) && at + 1 < limit && Character.isDigit(text.charAt(at + 1))) {
            return endOfNumber(text, at + 1, limit);
        }
        return Character.isDigit(text.charAt(at))
                ? endOfNumber(text, at, limit)
                : endOfWord(text, at, limit);
    }

    private static boolean isMinus(String text, int at) {
        return "-−".indexOf(text.charAt(at)) >= 0
                && (at == 0 || Character.isWhitespace(text.charAt(at - 1)));
    }

    private static int endOfNumber(String text, int from, int limit) {
        int at = endOfDigits(text, from, limit);
        while (at + 1 < limit && isSeparator(text, at, limit)) {
            at = endOfDigits(text, at + 1, limit);
        }
        return at;
    }

    private static int endOfDigits(String text, int from, int limit) {
        int at = from;
        while (at < limit && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// A blank groups digits only in threes: "in 2011 300 people" has two numbers.
    private static boolean isSeparator(String text, int at, int limit) {
        int digits = endOfDigits(text, at + 1, limit) - at - 1;
        return digits > 0
                && (SEPARATORS.indexOf(text.charAt(at)) >= 0
                        || (BLANKS_IN_NUMBERS.indexOf(text.charAt(at)) >= 0
                                && digits == GROUP
                                && isShort(text, at)));
    }

    private static boolean isShort(String text, int end) {
        int start = end;
        while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
            start--;
        }
        return end - start <= GROUP;
    }

    private int endOfWord(String text, int from, int limit) {
        int at = from;
        while (at < limit && isLetter(text, at)) {
            int width = Character.charCount(text.codePointAt(at));
            if (isIdeograph(text.codePointAt(at))) {
                return at == from ? at + width : at;
            }
            at += width;
            if (at + 1 < limit && joins(text, at) && isLetter(text, at + 1)) {
                at++;
            }
        }
        return at;
    }

    private static boolean isLetter(String text, int at) {
        int type = Character.getType(text.codePointAt(at));
        return Character.isLetter(text.codePointAt(at))
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || text.charAt(at) == '\u00ad';
    }

    /// In French and Italian an apostrophe ends a word: "n'est" is two.
    private boolean joins(String text, int at) {
        return APOSTROPHES.indexOf(text.charAt(at)) >= 0
                && language != Language.FRENCH
                && language != Language.ITALIAN;
    }

    private static boolean isIdeograph(int character) {
        return Character.isIdeographic(character)
                || switch (Character.UnicodeScript.of(character)) {
                    case HIRAGANA, KATAKANA, THAI -> true;
                    default -> false;
                };
    }

    private TextToken token(String text, TextSpan span) {
        String written = span.of(text);
        boolean number = written.chars().anyMatch(Character::isDigit);
        String normal = number ? number(written) : word(written);
        return new TextToken(span, normal, number ? Kind.NUMBER : kind(text, span, normal));
    }

    private Kind kind(String text, TextSpan span, String normal) {
        if (negations.contains(normal)) {
            return Kind.NEGATION;
        }
        int apostrophe = normal.indexOf('\'');
        String stem = apostrophe > 0 ? normal.substring(0, apostrophe) : normal;
        if (language.isFunctionWord(normal) || language.isFunctionWord(stem)) {
            return Kind.FUNCTION;
        }
        return isName(text, span) ? Kind.NAME : Kind.WORD;
    }

    /// A capital letter inside a sentence; in German every noun has one.
    private boolean isName(String text, TextSpan span) {
        if (language == Language.GERMAN || !Character.isUpperCase(text.codePointAt(span.start()))) {
            return false;
        }
        int before = span.start() - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before >= 0 && SENTENCE_END.indexOf(text.charAt(before)) < 0;
    }

    private static String word(String written) {
        String plain = written.replace("\u00ad", "");
        for (int i = 0; i < APOSTROPHES.length(); i++) {
            plain = plain.replace(APOSTROPHES.charAt(i), '\'');
        }
        return Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
    }

    /// 1,400 and 1.400 and 1 400 are 1400; 4,25 is 4.25.
    private static String number(String written) {
        StringBuilder digits = new StringBuilder();
        int lastSeparator = -1;
        boolean grouped = true;
        for (int i = 0; i < written.length(); i++) {
            if (Character.isDigit(written.charAt(i))) {
                digits.append(Character.digit(written.charAt(i), 10));
            } else if (i > 0) {
                grouped &= lastSeparator < 0 || i - lastSeparator == GROUP + 1;
                lastSeparator = i;
                digits.append(written.charAt(i) == ':' ? ':' : '.');
            } else {
                digits.append('-');
            }
        }
        grouped &= lastSeparator >= 0 && written.length() - lastSeparator == GROUP + 1;
        return grouped ? digits.toString().replace(".", "") : digits.toString();
    }
}
