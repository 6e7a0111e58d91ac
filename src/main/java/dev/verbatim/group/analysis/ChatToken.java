package dev.verbatim.group.analysis;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A token of a chat message: a word, or something that a chat uses like one.
///
/// @param normalized in lower case, with straight apostrophes
/// @param start offset in the message's text
/// @param end offset after its last character
public record ChatToken(String normalized, int start, int end, Kind kind) {

    /// The kinds of tokens.
    public enum Kind {
        LINK,
        /// `+1` and thumbs up.
        VOTE,
        /// `#action`
        TAG,
        /// `@name`
        HANDLE,
        WORD,
        NUMBER
    }

    // In the order of Kind, one group each. A word keeps what is inside it ("livecd-rootfs",
    // "result.json") and an English contraction, which some tokenizers write after a blank.
    private static final Pattern TOKEN =
            Pattern.compile(
                    "((?:https?://|ftp://|www\\.)\\S++)"
                            + "|((?<![\\p{L}\\p{N}+])[+]1(?!\\p{N})|\uD83D\uDC4D)"
                            + "|(#\\p{L}[\\p{L}\\p{M}\\p{N}_-]*+)"
                            + "|((?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_]{2,}+)"
                            + "|(\\p{L}[\\p{L}\\p{M}\\p{N}]*+(?:[-_.'’][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*+){0,8}+(?:"
                            + " ['’](?:ll|m|s|re|ve|d)\\b)?)|(\\p{N}++(?:[.,:/-]\\p{N}++){0,8}+\\p{L}*+)");

    private static final Pattern DECIMAL = Pattern.compile("^\\d++\\.\\d++");

    private static final Kind[] KINDS = Kind.values();

    /// The tokens of a text, in their order.
    public static List<ChatToken> tokenize(String text) {
        List<ChatToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(of(matcher));
        }
        return tokens;
    }

    private static ChatToken of(MatchResult match) {
        int group = 1;
        while (match.group(group) == null) {
            group++;
        }
        String normalized =
                match.group().toLowerCase(Locale.ROOT).replace('’', '\'').replace(" '", "'");
        return new ChatToken(normalized, match.start(), match.end(), KINDS[group - 1]);
    }

    /// Whether it is a number such as "3.2", which names a version rather than a time.
    public boolean isDecimal() {
        return DECIMAL.matcher(normalized).matches();
    }

    /// Whether it can name a subject: a word or a tag.
    public boolean isWordOrTag() {
        return kind == Kind.WORD || kind == Kind.TAG;
    }

    /// The word without an English plural or possessive ending, which is enough to see that two
    /// messages are about the same thing.
    ///
    /// Words in Cyrillic letters inflect more: of those only the beginning is kept.
    public String stem() {
        if (UnicodeScript.of(normalized.codePointAt(0)) == UnicodeScript.CYRILLIC) {
            return normalized.substring(
                    0, Math.min(normalized.length(), Math.clamp(normalized.length() - 2L, 4, 5)));
        }
        String bare =
                normalized.endsWith("'s")
                        ? normalized.substring(0, normalized.length() - 2)
                        : normalized;
        boolean plural = bare.length() > 3 && bare.endsWith("s") && !bare.endsWith("ss");
        return plural ? bare.substring(0, bare.length() - 1) : bare;
    }
}
