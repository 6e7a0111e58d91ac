package dev.verbatim.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The publication data of an article, by which a reader finds it again.
///
/// @param url of the article's page; always `http` or `https`
/// @param language of the text; [Locale#ROOT] when it is neither given nor detected
public record Publication(
        String title,
        @Nullable String publisher,
        @Nullable String author,
        @Nullable LocalDate published,
        @Nullable URI url,
        Locale language,
        @Nullable String license) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    public Publication {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a publication needs a title");
        }
    }

    /// An article of which only the title is known.
    public static Publication titled(String title) {
        return new Publication(title, null, null, null, null, Locale.ROOT, null);
    }

    public Publication in(Locale language) {
        return new Publication(title, publisher, author, published, url, language, license);
    }

    /// Parses a web address that may be linked: `http` or `https`, with a host. Refuses all others,
    /// because `javascript:` and `tg://` links would do something.
    public static URI parseUrl(String text) throws URISyntaxException {
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
