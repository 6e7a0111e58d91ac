package dev.verbatim.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
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
}
