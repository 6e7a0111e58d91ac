package dev.verbatim.article.format;

import dev.verbatim.article.Publication;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An entry of front matter: a key and its value.
///
/// @param line of the file, counted from 1
/// @param values one, or those of a list
/// @param isText whether the value is a text and not a list or the like
record FrontMatterEntry(String key, int line, List<String> values, boolean isText) {

    private static final Pattern SEPARATORS = Pattern.compile("[-_\\s.:]++");
    private static final Pattern WIKI_LINK =
            Pattern.compile("\\[\\[(?:[^\\[\\]|]{0,200}+\\|)?+([^\\[\\]|]{1,200}+)]]");
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\[\\]]{1,200}+)]\\([^()]{0,500}+\\)");
    private static final Pattern ADDRESS = Pattern.compile("<[^<>]{0,300}+>");

    FrontMatterEntry {
        values = values.stream().map(FrontMatterEntry::plain).toList();
    }

    static FrontMatterEntry text(String key, int line, String value) {
        return new FrontMatterEntry(key, line, List.of(value), true);
    }

    // Links to notes and pages, which some programs write for names.
    private static String plain(String value) {
        String squeezed = Whitespace.squeezed(value);
        if (squeezed.indexOf('[') < 0) {
            return squeezed;
        }
        String unlinked = WIKI_LINK.matcher(squeezed).replaceAll("$1");
        return LINK.matcher(unlinked).replaceAll("$1");
    }

    /// The key without upper case and what separates its words: `pubDate` and `pub-date` are one.
    String normalizedKey() {
        return SEPARATORS.matcher(key).replaceAll("").toLowerCase(Locale.ROOT);
    }

    boolean isEmpty() {
        return values.stream().allMatch(Whitespace::only);
    }

    /// The value as it is written, on one line.
    String text() throws ArticleFormatException {
        if (isText) {
            return values.getFirst();
        }
        throw new ArticleFormatException(
                line,
                "\"" + key + "\" is not one line of text",
                "Write " + key + ": and the text, in quotes when it begins with a bracket");
    }

    /// The names of one or more people.
    String names() {
        return values.stream()
                .map(name -> ADDRESS.matcher(name).replaceAll("").strip())
                .filter(name -> !Whitespace.only(name))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// The name of a mail's sender; missing when there is only an address.
    @Nullable String sender() {
        String name = names().replace("\"", "").strip();
        return name.isEmpty() || name.contains("@") ? null : name;
    }

    LocalDate date() throws ArticleFormatException {
        return WrittenDate.parse(text())
                .orElseThrow(() -> wrong("is not a date", "Write it as 2022-10-12"));
    }

    URI url() throws ArticleFormatException {
        try {
            return Publication.parseUrl(text());
        } catch (URISyntaxException e) {
            throw wrong("is not a web address", "Write it as https://example.org/article");
        }
    }

    /// The value, when it is a web address.
    @Nullable URI urlIfAny() {
        try {
            return isText ? Publication.parseUrl(values.getFirst()) : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    Locale language() throws ArticleFormatException {
        return ArticleMetadata.parseLanguage(text())
                .orElseThrow(() -> wrong("is not a language", "Write it as en, de or pt-BR"));
    }

    private ArticleFormatException wrong(String problem, String advice) {
        String value = ValidationError.abbreviate(String.join(", ", values));
        return new ArticleFormatException(
                line, "\"" + key + ": " + value + "\" " + problem, advice);
    }
}
