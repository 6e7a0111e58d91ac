package dev.verbatim.playground;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A filter that admits only this server's own page, opened on this machine.
///
/// Every page that is open in a browser on this machine can reach a server on loopback: by a form
/// or script that ignores the response (cross-site request forgery), and by a host name that
/// suddenly resolves to 127.0.0.1 (DNS rebinding). So the host must be this machine's, and the
/// origin must be this server. Headers say what the page itself may load: nothing from elsewhere,
/// and no inline script.
final class LoopbackOnlyFilter extends HttpFilter {

    private static final Pattern PORT = Pattern.compile(":\\d{1,5}+$");

    private static final long serialVersionUID = 1;

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                            + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                            + " frame-ancestors 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "Referrer-Policy",
                    "no-referrer",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Cache-Control",
                    "no-store");

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HEADERS.forEach(response::setHeader);
        if (isLoopbackHost(request) && isSameOrigin(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(
                    HttpServletResponse.SC_FORBIDDEN, "only for this machine's own page");
        }
    }

    private static boolean isLoopbackHost(HttpServletRequest request) {
        return HERE.contains(PORT.matcher(host(request)).replaceFirst(""));
    }

    /// Browsers send an origin with requests that act; other clients send none.
    private static boolean isSameOrigin(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || (origin.startsWith("http://") && isSame(origin, host(request)));
    }

    private static boolean isSame(String origin, String host) {
        return origin.substring(origin.indexOf("//") + 2).equals(host);
    }

    private static String host(HttpServletRequest request) {
        return String.valueOf(request.getHeader("Host"));
    }
}
