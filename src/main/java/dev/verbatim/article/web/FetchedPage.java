package dev.verbatim.article.web;

import dev.verbatim.article.format.ArticleFormat;
import dev.verbatim.article.format.FrontMatter;
import dev.verbatim.article.web.FetchResult.Fetched;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import okhttp3.MediaType;

/// What was fetched, as a file of the content folder: a text in UTF-8 with front matter, whatever
/// charset the site uses; anything else as it came.
final class FetchedPage {

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}&&[^\\t\\n\\x0B\\f\\r\\x80-\\x9F]]");

    // Types of text, and the extension that says how to read them.
    private static final Map<String, String> TEXTS =
            Map.of(
                    "text/html", ".html",
                    "application/xhtml+xml", ".html",
                    "text/plain", ".txt",
                    "text/markdown", ".md",
                    "text/x-markdown", ".md");

    // Kept as they came, where such files can be read.
    private static final Map<String, String> FILES =
            Map.of(
                    "application/pdf", ".pdf",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            ".docx",
                    "application/vnd.oasis.opendocument.text", ".odt",
                    "application/epub+zip", ".epub");

    private final Fetched fetched;
    private final String type;
    private final String extension;

    private FetchedPage(Fetched fetched, String type, String extension) {
        this.fetched = fetched;
        this.type = type;
        this.extension = extension;
    }

    /// Empty when it is nothing that articles are written in.
    static Optional<FetchedPage> of(Fetched fetched) {
        String type = type(fetched);
        return Optional.ofNullable(TEXTS.get(type))
                .or(() -> Optional.ofNullable(FILES.get(type)).filter(FetchedPage::isReadable))
                .map(extension -> new FetchedPage(fetched, type, extension));
    }

    private static boolean isReadable(String extension) {
        return ArticleFormat.of(Path.of("a" + extension)).isPresent();
    }

    /// The type that the site says; a page's, when it says none.
    static String type(Fetched fetched) {
        MediaType type = MediaType.parse(fetched.contentType());
        return type == null
                ? "text/html"
                : (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
    }

    /// With the dot.
    String extension() {
        return extension;
    }

    /// Whether it is filed without front matter, its facts beside it.
    boolean isKeptAsItCame() {
        return FILES.containsKey(type);
    }

    /// The bytes to file.
    ///
    /// @param facts for the front matter, where the file can have one
    byte[] content(SequencedMap<String, String> facts) {
        if (isKeptAsItCame()) {
            return fetched.body().toByteArray();
        }
        String text = INVISIBLE.matcher(text()).replaceAll("");
        SequencedMap<String, String> known = new LinkedHashMap<>(facts);
        boolean titled = !extension.equals(".txt") || known.containsKey("title");
        int end = titled ? 0 : Math.max(0, text.stripLeading().indexOf('\n'));
        if (!titled) {
            text = text.stripLeading();
            known.put("title", text.substring(0, end));
        }
        return (FrontMatter.write(known) + "\n" + text.substring(end))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        MediaType stated = MediaType.parse(fetched.contentType());
        return ArticleFormat.decodeFetched(
                fetched.body().toByteArray(), stated == null ? null : stated.charset());
    }
}
