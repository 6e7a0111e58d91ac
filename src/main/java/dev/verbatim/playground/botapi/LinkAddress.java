package dev.verbatim.playground.botapi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// Checks the URLs in messages and of buttons.
final class LinkAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https", "tg", "ton");

    private LinkAddress() {}

    /// The URL as the real server writes it; empty when it isn't one.
    static String normalized(String written) {
        String address = written.strip();
        String full = address.contains("://") ? address : "http://" + address;
        try {
            var uri = new URI(full);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = uri.getHost() == null ? "" : uri.getHost();
            boolean usable = SCHEMES.contains(scheme) && (isNamed(host) || scheme.equals("tg"));
            return !usable ? "" : uri.getRawPath().isEmpty() && isWeb(scheme) ? full + "/" : full;
        } catch (URISyntaxException _) {
            return "";
        }
    }

    private static boolean isNamed(String host) {
        return host.contains(".") || host.equals("localhost");
    }

    private static boolean isWeb(String scheme) {
        return scheme.startsWith("http");
    }
}
