package dev.verbatim.telegram.catchup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A link that opens a catch-up in the reader's private chat with the bot.
final class CatchupLink {

    private static final String PREFIX = "catchup-";
    private static final Pattern PAYLOAD = Pattern.compile(PREFIX + "([0-9a-z]{1,13})");
    private static final int LEAST = 5;

    private CatchupLink() {}

    static String to(long viewId, String botName) {
        return "https://t.me/"
                + botName
                + "?start="
                + PREFIX
                + Long.toString(viewId, Character.MAX_RADIX);
    }

    /// Whether a payload is that of such a link.
    static boolean isIn(String payload) {
        return PAYLOAD.matcher(payload).matches();
    }

    /// The id of the view in a payload; empty when it can't be one.
    static Optional<Long> viewIn(String payload) {
        Matcher link = PAYLOAD.matcher(payload);
        try {
            return link.matches()
                    ? Optional.of(Long.valueOf(link.group(1), Character.MAX_RADIX))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty(); // typed by hand
        }
    }

    /// Whether a payload is the beginning of one.
    static boolean isCutOff(String payload) {
        return payload.length() >= LEAST
                && (PREFIX.startsWith(payload) || payload.startsWith(PREFIX));
    }
}
