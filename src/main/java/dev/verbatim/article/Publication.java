package dev.verbatim.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a reader needs to find the article again: who published it under which title, when and
/// where.
///
/// @param url where the article stands on the web; `http` or `https`, nothing else is let in
/// @param language of the text; [Locale#ROOT] when neither the editor nor the detector could tell
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
