package dev.verbatim.telegram.delivery;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the bot gets to Telegram.
///
/// @param token from BotFather; blank means that Telegram is off
/// @param apiUrl of any Bot API server; a plain string, so that no mistake in it can fail the start
@ConfigurationProperties("verbatim.telegram")
record TelegramSettings(
        @DefaultValue("") String token,
        @DefaultValue("https://api.telegram.org") String apiUrl,
        @DefaultValue("polling") Mode mode,
        @DefaultValue Webhook webhook,
        @DefaultValue RateLimits limits) {

    /// Whether we ask for updates, or Telegram brings them.
    enum Mode {
        POLLING,
        WEBHOOK
    }

    /// Where Telegram brings updates to.
    ///
    /// @param url as Telegram sees it: https, ending in [WebhookController#PATH]
    /// @param secret that Telegram says with each; blank for one that is made up at the start
    record Webhook(@DefaultValue("") String url, @DefaultValue("") String secret) {

        Webhook {
            secret = secret.isBlank() ? HexFormat.of().formatHex(random()) : secret.strip();
        }

        private static byte[] random() {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            return bytes;
        }

        @Override
        public String toString() {
            return "Webhook[url=" + url + "]";
        }
    }

    BotToken bot() {
        return new BotToken(token);
    }

    @Override
    public String toString() {
        return "TelegramSettings[token=" + bot() + ", apiUrl=" + bot().redacted(apiUrl) + "]";
    }
}
