package dev.verbatim.playground;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Lets in only this machine's own page.
///
/// A server on loopback can be reached by every page that is open in the browser here: by a form or
/// a script that sends and doesn't care for the answer, and by a foreign name that suddenly means
/// 127.0.0.1. So the host must be this machine's, and what acts must come from here. What the page
/// itself may load is said by its headers: nothing from elsewhere, and no script in a text.
final class Guard {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private Guard() {}

    static ServerResponse pass(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        if (!isHere(request) || !isOwn(request)) {
            return ServerResponse.status(HttpStatus.FORBIDDEN)
                    .body("Only for this machine's own page.");
        }
        ServerResponse response = next.handle(request);
        HttpHeaders headers = response.headers();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.setCacheControl("no-store");
        return response;
    }

    private static boolean isHere(ServerRequest request) {
        return Optional.ofNullable(request.headers().firstHeader("Host"))
                .map(host -> host.replaceFirst(":\\d+$", ""))
                .filter(HERE::contains)
                .isPresent();
    }

    /// Browsers say where what acts comes from; who isn't one says nothing.
    private static boolean isOwn(ServerRequest request) {
        String origin = request.headers().firstHeader("Origin");
        if (request.method().equals(HttpMethod.GET) || origin == null) {
            return true;
        }
        return isSameHost(origin, String.valueOf(request.headers().firstHeader("Host")));
    }

    private static boolean isSameHost(String origin, String host) {
        return origin.startsWith("http") && host.equals(URI.create(origin).getRawAuthority());
    }
}
