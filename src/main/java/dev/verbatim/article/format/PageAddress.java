package dev.verbatim.article.format;

import java.net.URI;
import java.net.URISyntaxException;

/// A comparison of the addresses of pages as a site writes them: with and without host, slash at
/// the end, query and fragment.
final class PageAddress {

    // "/" and "/en" are of a whole site.
    private static final int SHORTEST_PATH = 6;

    private PageAddress() {}

    /// Whether a link of a page leads to an address.
    static boolean isSame(URI address, String link) {
        try {
            URI target = address.resolve(new URI(link.strip()));
            String path = path(target);
            return path.length() >= SHORTEST_PATH
                    && path.equals(path(address))
                    && host(target).equals(host(address));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return false; // whatever it is, it leads nowhere
        }
    }

    private static String path(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String host(URI address) {
        String host = address.getHost() == null ? "" : address.getHost();
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
