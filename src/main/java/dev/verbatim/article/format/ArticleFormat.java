package dev.verbatim.article.format;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A file format of articles, recognized by the file's extension.
public enum ArticleFormat {
    MARKDOWN,
    PLAIN_TEXT,
    HTML;

    private static final Map<String, ArticleFormat> BY_EXTENSION =
            Map.of(
                    "md", MARKDOWN,
                    "markdown", MARKDOWN,
                    "txt", PLAIN_TEXT,
                    "text", PLAIN_TEXT,
                    "html", HTML,
                    "htm", HTML,
                    "xhtml", HTML);

    /// The extensions of articles' files, without the dot.
    public static Set<String> extensions() {
        return BY_EXTENSION.keySet();
    }

    /// The usual extensions, as they are told to editors.
    public static String listed() {
        return ".md, .txt or .html";
    }

    /// Empty for a file that is no article: another extension, a hidden file, an editor's backup.
    public static Optional<ArticleFormat> of(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        boolean candidate = dot > 0 && isVisible(file);
        String extension = candidate ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
        return Optional.ofNullable(BY_EXTENSION.get(extension));
    }

    /// Whether somebody meant this file to be seen: not a hidden file, nor an editor's backup.
    public static boolean isVisible(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith("~") && !name.startsWith(".") && !name.endsWith("~");
    }

    /// Parses a file, or refuses one that was made to break parsers.
    public ParsedBody parse(byte[] bytes) throws ArticleFormatException {
        SourceDocument document = SourceDocument.of(decode(bytes));
        ParsedBody body = parseUnchecked(document);
        ParsingLimits.checkBlocks(body, document);
        return body.below(document.frontMatter().orElse(FrontMatter.NONE));
    }

    // A page says its charset; everything else has to be UTF-8.
    private String decode(byte[] bytes) throws ArticleFormatException {
        return this == HTML ? PageDecoder.decode(bytes) : Utf8Decoder.decode(bytes);
    }

    private ParsedBody parseUnchecked(SourceDocument document) throws ArticleFormatException {
        return switch (this) {
            case MARKDOWN -> MarkdownParser.parse(document);
            case PLAIN_TEXT -> PlainTextParser.parse(document);
            case HTML -> HtmlArticleParser.parse(document);
        };
    }
}
