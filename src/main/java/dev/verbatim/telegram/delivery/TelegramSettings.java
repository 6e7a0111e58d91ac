package dev.verbatim.telegram.delivery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The settings of the connection to Telegram.
///
/// @param token from BotFather; blank means that Telegram is off
/// @param richMessages whether long summaries are sent as rich messages where the server takes them
/// @param apiUrl of any Bot API server; a plain string, so that no mistake in it can fail the start
@ConfigurationProperties("verbatim.telegram")
record TelegramSettings(
        @DefaultValue("") String token,
        @DefaultValue("https://api.telegram.org") String apiUrl,
        @DefaultValue("polling") Mode mode,
        @DefaultValue Webhook webhook,
        @DefaultValue RateLimits limits,
        @DefaultValue("false") boolean richMessages) {

    /// The way updates come: the bot asks for them, or Telegram brings them.
    enum Mode {
        POLLING,
        WEBHOOK
    }

    /// Where Telegram brings updates to.
    ///
    /// @param url as Telegram sees it: https, ending in [WebhookController#PATH]
    /// @param secret that Telegram says with each; blank for one that is made up once: see
    ///   [DeliveryStore#webhookSecret]
    record Webhook(@DefaultValue("") String url, @DefaultValue("") String secret) {

        Webhook {
            secret = secret.strip();
        }

        static String newSecret() {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }

        @Override
        public String toString() {
            return "Webhook[url=" + url + "]";
        }
    }

    /// A limit of what goes out, and of what may come in from one side.
    ///
    /// @param privatePerSecond messages into one private chat
    /// @param privateBurst messages into one private chat at once
    /// @param groupPerMinute messages into one group, edited ones too
    /// @param overallPerSecond messages into all chats
    /// @param questionsPerMinute of one user or of one group; more of them wait
    record RateLimits(
            @DefaultValue("1") int privatePerSecond,
            @DefaultValue("3") int privateBurst,
            @DefaultValue("20") int groupPerMinute,
            @DefaultValue("30") int overallPerSecond,
            @DefaultValue("20") int questionsPerMinute) {}

    Token bot() {
        return new Token(token);
    }

    @Override
    public String toString() {
        return "TelegramSettings[token=" + bot() + ", apiUrl=" + bot().redacted(apiUrl) + "]";
    }

    /// A bot's token: whoever has it, is the bot. It is part of every address that is called, so it
    /// gets into errors and log lines unless it is taken out again.
    record Token(String value) {

        private static final String HIDDEN = "<token>";

        Token {
            value = value.strip();
        }

        boolean isMissing() {
            return value.isEmpty();
        }

        /// The bot's number, which is no secret.
        String account() {
            return value.substring(0, Math.max(0, value.indexOf(':')));
        }

        boolean isIn(String text) {
            return !isMissing() && !redacted(text).equals(text);
        }

        /// The text without the token, plain or as it is written in an address.
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
}
