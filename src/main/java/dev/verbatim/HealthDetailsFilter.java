package dev.verbatim;

import dev.verbatim.playground.botapi.LoopbackHost;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.security.Principal;
import java.util.stream.Stream;

/// A filter that shows the details of `/actuator/health` to this machine only. Everybody else, such
/// as a load balancer through a proxy, learns whether the bot is up, and no more.
///
/// Spring shows details to whoever is authenticated
/// (`management.endpoint.health.show-details=when-authorized`), so a local request gets a
/// principal. Local is one that comes from this machine, names it as its host, and passed no proxy.
final class HealthDetailsFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final String PATH = "/actuator/health";

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean detailed = request.getRequestURI().startsWith(PATH) && isLocal(request);
        chain.doFilter(detailed ? new LocalRequest(request) : request, response);
    }

    private static boolean isLocal(HttpServletRequest request) throws IOException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && LoopbackHost.isLoopback(request.getHeader("Host"))
                && Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via")
                        .allMatch(name -> request.getHeader(name) == null);
    }

    /// A request of somebody on this machine.
    private static final class LocalRequest extends HttpServletRequestWrapper {

        LocalRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> "localhost";
        }
    }
}
