package dev.verbatim.article.format;

import dev.verbatim.article.Publication;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/// A parser of pages that a browser saved as one file (`.mhtml`, `.mht`; RFC 2557): the first part
/// that is HTML is the page.
final class WebArchiveParser {

    private static final int MAX_PARTS = 20;

    private WebArchiveParser() {}

    static ParsedBody parse(byte[] bytes) throws ArticleFormatException {
        // One character for each byte, until the part's charset is known.
        String archive = new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        Part whole = Part.of(archive);
        Part page = whole.page().orElseThrow(WebArchiveParser::noPage);
        String html = titled(page.decoded(), whole.facts());
        ParsingLimits.checkLines(html);
        ParsedBody body = HtmlArticleParser.parse(new SourceDocument(Optional.empty(), html, 1));
        return new ParsedBody(body.metadata().or(whole.facts()), body.blocks());
    }

    /// The page, with the title that the browser noted if it has none of its own.
    private static String titled(String html, ArticleMetadata facts) {
        return facts.title() == null || html.contains("<title")
                ? html
                : "<title>" + Entities.escape(facts.title()) + "</title>" + html;
    }

    private static ArticleFormatException noPage() {
        return new ArticleFormatException("has no page in it", "Save the page as .html");
    }

    /// A part of the archive, or the whole.
    ///
    /// @param head its fields, by their names in lower case
    private record Part(Map<String, String> head, String body) {

        static Part of(String text) {
            String start = text.stripLeading();
            int end = start.indexOf("\n\n");
            Map<String, String> head = new HashMap<>();
            String name = "";
            for (String line : start.substring(0, Math.max(0, end)).lines().toList()) {
                int colon = line.indexOf(':');
                if (line.startsWith(" ") || line.startsWith("\t")) {
                    head.computeIfPresent(name, (_, value) -> value + " " + line.strip());
                } else if (colon > 0) {
                    name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                    head.putIfAbsent(name, line.substring(colon + 1).strip());
                }
            }
            return new Part(head, end < 0 ? "" : start.substring(end + 2));
        }

        String field(String name) {
            return head.getOrDefault(name, "");
        }

        private String type() {
            return field("content-type").toLowerCase(Locale.ROOT);
        }

        /// A value behind the type, such as the charset.
        private @Nullable String parameter(String name) {
            String type = field("content-type");
            int at = type.toLowerCase(Locale.ROOT).indexOf(name + "=");
            if (at < 0) {
                return null;
            }
            String value = type.substring(at + name.length() + 1).strip();
            int end = value.startsWith("\"") ? value.indexOf('"', 1) : value.indexOf(';');
            return value.substring(0, end < 0 ? value.length() : end).replace("\"", "").strip();
        }

        Optional<Part> page() {
            if (type().startsWith("text/html") || type().startsWith("application/xhtml")) {
                return Optional.of(this);
            }
            String boundary = parameter("boundary");
            if (boundary == null || boundary.isEmpty()) {
                return Optional.empty();
            }
            String mark = "--" + boundary;
            int at = body.indexOf(mark);
            for (int parts = 0; at >= 0 && parts < MAX_PARTS; parts++) {
                int end = body.indexOf(mark, at + mark.length());
                Part part =
                        Part.of(body.substring(at + mark.length(), end < 0 ? body.length() : end));
                boolean nested = part.type().startsWith("multipart/") && !part.body().equals(body);
                Optional<Part> page =
                        part.type().contains("html") || nested ? part.page() : Optional.empty();
                if (page.isPresent()) {
                    return page;
                }
                at = end;
            }
            return Optional.empty();
        }

        String decoded() {
            byte[] encoded = body.getBytes(StandardCharsets.ISO_8859_1);
            byte[] decoded =
                    switch (field("content-transfer-encoding").toLowerCase(Locale.ROOT)) {
                        case "quoted-printable" -> MimeText.quotedPrintable(encoded);
                        case "base64" -> MimeText.base64(body);
                        default -> encoded;
                    };
            String named = parameter("charset");
            Charset charset = named == null ? StandardCharsets.UTF_8 : MimeText.charset(named);
            return new String(decoded, charset).replace("\r\n", "\n");
        }

        /// The address and the title as the browser noted them.
        ArticleMetadata facts() {
            String subject = MimeText.decodeWords(field("subject"));
            String title = subject.isBlank() ? null : Whitespace.squeezed(subject);
            return new ArticleMetadata(title, null, null, null, address(), null, null);
        }

        private @Nullable URI address() {
            try {
                return Publication.parseUrl(field("snapshot-content-location"));
            } catch (URISyntaxException e) {
                return null;
            }
        }
    }
}
