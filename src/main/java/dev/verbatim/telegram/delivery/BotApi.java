package dev.verbatim.telegram.delivery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/// A Bot API server and the bot's token there.
record BotApi(HttpUrl server, Token token) {

    /// The API at an address that an operator wrote; empty when it is none. Only a server, a port
    /// and a path may be in it: the methods' names come after it.
    static Optional<BotApi> at(String address, Token token) {
        return Optional.ofNullable(HttpUrl.parse(address.strip()))
                .filter(BotApi::isPlain)
                .map(server -> new BotApi(server, token));
    }

    private static boolean isPlain(HttpUrl url) {
        return Stream.of(
                        Optional.ofNullable(url.query()),
                        Optional.ofNullable(url.fragment()),
                        Optional.of(url.username() + url.password())
                                .filter(user -> !user.isEmpty()))
                .allMatch(Optional::isEmpty);
    }

    /// Where a method is called.
    HttpUrl method(String name) {
        return server.newBuilder()
                .addPathSegment("bot" + token.value())
                .addPathSegment(name)
                .build();
    }

    /// Where a file is.
    ///
    /// @param path as `getFile` returns it
    HttpUrl file(String path) {
        return server.newBuilder()
                .addPathSegment("file")
                .addPathSegment("bot" + token.value())
                .addPathSegments(path)
                .build();
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
