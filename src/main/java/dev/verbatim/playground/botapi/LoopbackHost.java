package dev.verbatim.playground.botapi;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decides by the `Host` and `Origin` headers whether a request was meant for this machine.
///
/// Every page that is open in a browser here can reach a server on loopback: by a form or script
/// that ignores the response (cross-site request forgery), and by a host name that suddenly
/// resolves to 127.0.0.1 (DNS rebinding). So the host must be a name of loopback, and the origin
/// must be the server itself.
public final class LoopbackHost {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Pattern PORT = Pattern.compile(":\\d++$");

    private LoopbackHost() {}

    /// Whether a host is this machine.
    ///
    /// @param host with or without a port
    public static boolean isLoopback(@Nullable String host) {
        return host != null && NAMES.contains(PORT.matcher(host).replaceFirst(""));
    }

    /// Browsers send an origin with requests that act; other clients send none.
    public static boolean isOwnRequest(@Nullable String host, @Nullable String origin) {
        return isLoopback(host) && (origin == null || origin.equals("http://" + host));
    }
}
