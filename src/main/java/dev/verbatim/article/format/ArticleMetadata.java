package dev.verbatim.article.format;

import dev.verbatim.article.Publication;
import java.net.URI;
import java.time.LocalDate;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The metadata of an article as far as its file has them: in the front matter, or in the body
/// where the format has a place for them.
record ArticleMetadata(
        @Nullable String title,
        @Nullable String publisher,
        @Nullable String author,
        @Nullable LocalDate published,
        @Nullable URI url,
        @Nullable Locale language,
        @Nullable String license) {

    private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

    // A longer one is a paragraph in the place of a title.
    private static final int MAX_TITLE_LENGTH = 300;

    static final ArticleMetadata NONE = titled(null);

    static ArticleMetadata titled(@Nullable String title) {
        return new ArticleMetadata(title, null, null, null, null, null, null);
    }

    /// These metadata, completed from others where they are missing.
    ArticleMetadata or(ArticleMetadata other) {
        return new ArticleMetadata(
                first(title, other.title),
                first(publisher, other.publisher),
                first(author, other.author),
                first(published, other.published),
                first(url, other.url),
                first(language, other.language),
                first(license, other.license));
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }

    Publication publication() throws ArticleFormatException {
        Locale known = language == null ? Locale.ROOT : language;
        return new Publication(checkedTitle(), publisher, author, published, url, known, license);
    }

    private String checkedTitle() throws ArticleFormatException {
        if (title == null || Whitespace.only(title)) {
            throw new ArticleFormatException(
                    "has no title",
                    "Write \"title: What the article is called\" between two --- lines at the top");
        }
        if (title.length() > MAX_TITLE_LENGTH) {
            throw new ArticleFormatException(
                    "the title \""
                            + ValidationError.abbreviate(title)
                            + "\" is over "
                            + MAX_TITLE_LENGTH
                            + " characters",
                    "Write a shorter one on the first line, above the text");
        }
        return title;
    }

    /// Parses a BCP 47 language tag, such as `en` or `pt-BR`; empty when no language has it.
    static Optional<Locale> parseLanguage(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build())
                    .filter(locale -> isLanguage(locale.getLanguage()));
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    // Tags can be well formed and name nothing: "english" is one. Of the codes with three letters
    // there are thousands, and the JDK has no list of them.
    private static boolean isLanguage(String code) {
        return code.length() == 3 || TWO_LETTERS.contains(code);
    }
}
