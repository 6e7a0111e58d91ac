package dev.verbatim.quotation;

import dev.verbatim.article.Article;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.article.sentence.QuotationMarks;
import dev.verbatim.language.LanguageDetector;
import dev.verbatim.quotation.QuotationCheck.Claim;
import dev.verbatim.quotation.TextToken.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A finder of what a message says that somebody said: everything in quotation marks, in the marks
/// of any language, or else the whole message.
final class ClaimFinder {

    private static final String NAME_WORD = "\\p{Lu}[\\p{L}\\p{M}’'.-]{0,39}+";
    private static final String PARTICLE = "(?:von|van|der|den|de|du|da|di|del|della|la|le|al|bin)";

    /// A name of up to five words.
    private static final String NAME =
            "(" + NAME_WORD + "(?: (?:" + PARTICLE + " )?+" + NAME_WORD + "){0,4}+)";

    /// "Jens Stoltenberg:" or "Jens Stoltenberg put it this way:" at the end of what stands before.
    private static final Pattern NAME_BEFORE =
            Pattern.compile(
                    "(?<![\\p{L}\\p{M}])"
                            + NAME
                            + "(?:,[^,:\\n]{1,60}+,?+)?+(?: \\p{Ll}[\\p{L}’']{0,20}+){0,4}+"
                            + " ?+[:：—–] ?+$");

    /// "Jens Stoltenberg:" at the beginning of the line.
    private static final Pattern NAME_OF_LINE = Pattern.compile("^" + NAME + ": ");

    /// "— Jens Stoltenberg" or "(Jens Stoltenberg)" at the beginning of what stands after.
    private static final Pattern NAME_AFTER =
            Pattern.compile("^[.,!?…]?+\\s{0,3}+(?:[—–~-]|\\() ?+" + NAME);

    private static final int BEFORE = 160;

    private ClaimFinder() {}

    static List<Claim> claims(String message) {
        if (message.isBlank()) {
            return List.of();
        }
        Article read = read(message);
        List<TextSpan> quoted = quoted(message);
        return quoted.isEmpty()
                ? List.of(new Claim(message.strip(), null, false))
                : quoted.stream().map(marks -> claim(marks, read)).toList();
    }

    /// Whether a text has a quotation.
    static boolean quotes(String text) {
        return !quoted(text).isEmpty();
    }

    /// Whether a quotation begins in a line, and doesn't end there.
    static boolean isOpen(String line) {
        return QuotationMarks.in(line, new TextSpan(0, line.length())).openAt() >= 0;
    }

    /// The message as an article of one paragraph, in which speakers are found as in any other.
    private static Article read(String message) {
        Locale language = LanguageDetector.ofQuestion(message).locale();
        TextSpan whole = new TextSpan(0, message.length());
        return new ArticleReader()
                .read(
                        "message",
                        Publication.titled("message").in(language),
                        message,
                        List.of(whole));
    }

    /// The places between quotation marks; one that is never closed ends with the message.
    private static List<TextSpan> quoted(String message) {
        if (message.isEmpty()) {
            return List.of();
        }
        QuotationMarks.Pairs pairs = QuotationMarks.in(message, new TextSpan(0, message.length()));
        Stream<TextSpan> open =
                pairs.outermost().isEmpty() && pairs.openAt() >= 0
                        ? Stream.of(new TextSpan(pairs.openAt(), message.length()))
                        : Stream.empty();
        return Stream.concat(pairs.outermost().stream(), open)
                .filter(
                        marks ->
                                marks.of(message).codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static Claim claim(TextSpan marks, Article message) {
        String text = message.text();
        TextSpan words = within(text, marks);
        String attributed =
                named(
                                NAME_BEFORE,
                                text.substring(Math.max(0, marks.start() - BEFORE), marks.start()))
                        .or(() -> quotedBy(marks, message))
                        .or(() -> named(NAME_AFTER, text.substring(marks.end())))
                        .or(() -> named(NAME_OF_LINE, line(text, marks.start())))
                        .orElse(null);
        return new Claim(words.of(text), attributed, isDenied(marks, message));
    }

    /// Without the marks: one character at each side, two where a mark is typed with two.
    private static TextSpan within(String text, TextSpan marks) {
        int start = marks.start();
        int end = marks.end();
        while (start < end && !isPart(text.charAt(start))) {
            start++;
        }
        while (end > start && isMark(text.charAt(end - 1))) {
            end--;
        }
        return new TextSpan(start, Math.max(start + 1, end));
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '…' || c == '[' || c == '(' || c == '-';
    }

    private static boolean isMark(char c) {
        return "“”„‟\"＂‘’‚‛'«»‹›「」『』`".indexOf(c) >= 0 || Character.isWhitespace(c);
    }

    private static Optional<String> named(Pattern pattern, String text) {
        Matcher name = pattern.matcher(text);
        return name.find()
                ? Optional.of(name.group(1)).filter(ClaimFinder::isName)
                : Optional.empty();
    }

    /// A possessive names whose words follow, and not who says them.
    private static boolean isName(String text) {
        return text.chars().noneMatch(Character::isDigit)
                && !text.endsWith("’s")
                && !text.endsWith("'s");
    }

    private static String line(String text, int before) {
        return text.substring(text.lastIndexOf('\n', before) + 1, before);
    }

    /// As the rules for articles find it. A pronoun is no name.
    private static Optional<String> quotedBy(TextSpan marks, Article message) {
        return message.quotationsIn(marks).stream()
                .map(quotation -> speaker(quotation, message.text()))
                .filter(Objects::nonNull)
                .filter(ClaimFinder::isName)
                .findFirst();
    }

    private static @Nullable String speaker(Quotation quotation, String text) {
        if (quotation.speaker() != null) {
            return quotation.speaker().name();
        }
        String source = quotation.source() == null ? "" : quotation.source().of(text);
        return source.codePoints().anyMatch(Character::isUpperCase) && source.contains(" ")
                ? source
                : null;
    }

    private static boolean isDenied(TextSpan marks, Article message) {
        if (marks.start() == 0) {
            return false;
        }
        Locale language = message.publication().language();
        List<TextToken> before =
                new TokenReader(language)
                        .read(
                                message.text(),
                                new TextSpan(Math.max(0, marks.start() - BEFORE), marks.start()));
        return !before.isEmpty() && before.getLast().is(Kind.NEGATION);
    }
}
