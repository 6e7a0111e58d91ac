package dev.verbatim.article.format;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The kinds of files that articles come as, told apart by the ending of the name.
public enum ArticleFormat {
    MARKDOWN,
    PLAIN_TEXT,
    HTML;

    /// Empty for a file that is no article: another ending, a hidden one, what an editor leaves.
    public static Optional<ArticleFormat> of(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("~") || name.startsWith(".")
                ? Optional.empty()
                : ofEnding(name, name.lastIndexOf('.'));
    }

    private static Optional<ArticleFormat> ofEnding(String name, int dot) {
        return switch (dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
            case "md" -> Optional.of(MARKDOWN);
            case "txt" -> Optional.of(PLAIN_TEXT);
            case "html", "htm" -> Optional.of(HTML);
            default -> Optional.empty();
        };
    }

    public ParsedBody read(SourceDocument document) throws ArticleFormatException {
        return switch (this) {
            case MARKDOWN -> MarkdownParser.read(document);
            case PLAIN_TEXT -> PlainTextParser.read(document);
            case HTML -> HtmlArticleParser.read(document);
        };
    }
}
