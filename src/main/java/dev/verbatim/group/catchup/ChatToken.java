package dev.verbatim.group.catchup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word of a message, or what stands like one in a chat.
///
/// @param lower in lower case, with straight apostrophes
/// @param start where in the message's text
/// @param end behind its last character
record ChatToken(String lower, int start, int end, Kind kind) {

    enum Kind {
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
    // "result.json") and what English hangs on it, with a blank before it as some tokenizers write.
    private static final Pattern TOKEN =
            Pattern.compile(
                    "((?:https?://|ftp://|www\\.)\\S+)"
                            + "|((?<![\\p{L}\\p{N}+])[+]1(?!\\p{N})|\uD83D\uDC4D)"
                            + "|(#\\p{L}[\\p{L}\\p{M}\\p{N}_-]*)"
                            + "|((?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_]{2,})"
                            + "|(\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:[-_.'’][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*){0,8}(?:"
                            + " ['’](?:ll|m|s|re|ve|d)\\b)?)|(\\p{N}+(?:[.,:/-]\\p{N}+){0,8}\\p{L}*)");

    private static final Kind[] KINDS = Kind.values();

    static List<ChatToken> in(String text) {
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
        String lower = match.group().toLowerCase(Locale.ROOT).replace('’', '\'').replace(" '", "'");
        return new ChatToken(lower, match.start(), match.end(), KINDS[group - 1]);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }
}
