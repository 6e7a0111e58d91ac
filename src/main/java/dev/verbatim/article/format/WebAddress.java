package dev.verbatim.article.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// A parser of web addresses that may be linked: `http` or `https`, with a host. Refuses all
/// others, because `javascript:` and `tg://` links would do something.
public final class WebAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private WebAddress() {}

    public static URI parse(String text) throws URISyntaxException {
        URI url = new URI(text);
        if (!isHttp(url) || url.getHost() == null || url.getUserInfo() != null) {
            throw new URISyntaxException(text, "Not a page on the web");
        }
        return url;
    }

    private static boolean isHttp(URI url) {
        return url.getScheme() != null
                && SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT));
    }
}
