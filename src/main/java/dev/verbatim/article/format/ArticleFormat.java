package dev.verbatim.article.format;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A file format of articles, recognized by the file's extension.
public enum ArticleFormat {
    MARKDOWN,
    PLAIN_TEXT,
    HTML;

    /// Empty for a file that is no article: another extension, a hidden file, an editor's backup.
    public static Optional<ArticleFormat> of(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        boolean candidate = dot > 0 && !name.startsWith("~") && !name.startsWith(".");
        return switch (candidate ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "") {
            case "md" -> Optional.of(MARKDOWN);
            case "txt" -> Optional.of(PLAIN_TEXT);
            case "html", "htm" -> Optional.of(HTML);
            default -> Optional.empty();
        };
    }

    public ParsedBody parse(SourceDocument document) throws ArticleFormatException {
        return switch (this) {
            case MARKDOWN -> MarkdownParser.parse(document);
            case PLAIN_TEXT -> PlainTextParser.parse(document);
            case HTML -> HtmlArticleParser.parse(document);
        };
    }
}
