package dev.verbatim.telegram.delivery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The bot's token: who has it, is the bot. It is part of every address that is called, so it gets
/// into errors and log lines unless it is taken out again.
record BotToken(String value) {

    private static final String HIDDEN = "<token>";

    BotToken {
        value = value.strip();
    }

    boolean isMissing() {
        return value.isEmpty();
    }

    boolean isIn(String text) {
        return !isMissing() && !redacted(text).equals(text);
    }

    /// The text without the token, plain or as it stands in an address.
    String redacted(String text) {
        return isMissing()
                ? text
                : text.replace(value, HIDDEN)
                        .replace(URLEncoder.encode(value, StandardCharsets.UTF_8), HIDDEN);
    }

    @Override
    public String toString() {
        return isMissing() ? "none" : HIDDEN;
    }
}
