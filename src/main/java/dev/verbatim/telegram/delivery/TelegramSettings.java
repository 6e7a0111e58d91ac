package dev.verbatim.telegram.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the bot gets to Telegram. Plain strings, so that no mistake in them can fail the start.
///
/// @param token from BotFather; blank means that Telegram is off
/// @param apiUrl of any Bot API server
@ConfigurationProperties("verbatim.telegram")
record TelegramSettings(
        @DefaultValue("") String token, @DefaultValue("https://api.telegram.org") String apiUrl) {

    Token secret() {
        return new Token(token);
    }

    @Override
    public String toString() {
        return "TelegramSettings[token=" + secret() + ", apiUrl=" + secret().redacted(apiUrl) + "]";
    }
}
