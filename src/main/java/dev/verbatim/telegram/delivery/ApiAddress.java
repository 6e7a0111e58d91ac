package dev.verbatim.telegram.delivery;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Where the Bot API is, as far as the setting says so.
sealed interface ApiAddress {

    record Usable(HttpUrl url) implements ApiAddress {}

    /// Anything else.
    ///
    /// @param problem in words for who wrote the setting
    record Unusable(String problem) implements ApiAddress {}

    static ApiAddress of(String setting) {
        HttpUrl url = HttpUrl.parse(setting.strip());
        return url == null || !isPlain(url)
                ? new Unusable(
                        "verbatim.telegram.api-url: \""
                                + setting
                                + "\" is not the address of a Bot API server")
                : new Usable(url);
    }

    /// Nothing but a server, a port and a path: the methods' names are put behind it.
    private static boolean isPlain(HttpUrl url) {
        return isMissing(url.query())
                && isMissing(url.fragment())
                && url.username().isEmpty()
                && url.password().isEmpty();
    }

    private static boolean isMissing(@Nullable String part) {
        return part == null;
    }
}
