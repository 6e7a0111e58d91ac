package dev.verbatim.article.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A file format of articles, recognized by the file's extension.
public enum ArticleFormat {
    MARKDOWN,
    PLAIN_TEXT,
    HTML,
    PDF,
    WORD,
    OPEN_DOCUMENT,
    EPUB,
    WEB_ARCHIVE,
    RICH_TEXT;

    /// The size limit of all formats.
    public static final int MAX_BYTES = 20_000_000;

    private static final int MAX_TEXT_BYTES = 5_000_000;

    private static final Map<String, ArticleFormat> BY_EXTENSION =
            Map.ofEntries(
                    Map.entry("md", MARKDOWN),
                    Map.entry("markdown", MARKDOWN),
                    Map.entry("txt", PLAIN_TEXT),
                    Map.entry("text", PLAIN_TEXT),
                    Map.entry("html", HTML),
                    Map.entry("htm", HTML),
                    Map.entry("xhtml", HTML),
                    Map.entry("pdf", PDF),
                    Map.entry("docx", WORD),
                    Map.entry("odt", OPEN_DOCUMENT),
                    Map.entry("epub", EPUB),
                    Map.entry("mhtml", WEB_ARCHIVE),
                    Map.entry("mht", WEB_ARCHIVE),
                    Map.entry("rtf", RICH_TEXT));

    /// The extensions of articles' files, without the dot.
    public static Set<String> extensions() {
        return BY_EXTENSION.keySet();
    }

    /// The usual extensions, as they are told to editors.
    public static String listed() {
        return ".md, .txt, .html, .pdf, .docx, .odt, .epub, .mhtml, .rtf";
    }

    /// The size limit of a file. Fonts and pictures take most of what isn't plain text.
    public int maxBytes() {
        return switch (this) {
            case MARKDOWN, PLAIN_TEXT, HTML -> MAX_TEXT_BYTES;
            case PDF, WORD, OPEN_DOCUMENT, EPUB, WEB_ARCHIVE, RICH_TEXT -> MAX_BYTES;
        };
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

    /// Whether a file is never changed: facts that editors give to it lie in a file beside it.
    public boolean isKeptAsItCame() {
        return maxBytes() != MAX_TEXT_BYTES;
    }

    /// Parses a file with the facts beside it.
    ///
    /// @param facts the bytes of front matter; empty for none
    public ParsedBody parse(byte[] bytes, byte[] facts) throws ArticleFormatException {
        ParsedBody body = parse(bytes);
        return facts.length == 0 ? body : body.below(factsFile(facts));
    }

    private static FrontMatter factsFile(byte[] facts) throws ArticleFormatException {
        return SourceDocument.of(Utf8Decoder.decode(facts)).frontMatter().orElse(FrontMatter.NONE);
    }

    /// Changes facts in a file of facts.
    ///
    /// @param facts new values by their keys
    public static byte[] editFactsFile(byte[] bytes, SequencedMap<String, String> facts)
            throws ArticleFormatException {
        return FrontMatterEditor.edit(Utf8Decoder.decode(bytes), facts)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Parses a file, or refuses one that was made to break parsers.
    public ParsedBody parse(byte[] bytes) throws ArticleFormatException {
        return switch (this) {
            case MARKDOWN, PLAIN_TEXT, HTML -> parse(SourceDocument.of(decode(bytes)));
            case PDF -> checked(PdfParser.parse(bytes));
            case WORD -> checked(WordDocumentParser.parse(bytes));
            case OPEN_DOCUMENT -> checked(OpenDocumentParser.parse(bytes));
            case EPUB -> checked(EpubParser.parse(bytes));
            case WEB_ARCHIVE -> checked(WebArchiveParser.parse(bytes));
            case RICH_TEXT -> checked(RichTextParser.parse(bytes));
        };
    }

    private ParsedBody parse(SourceDocument document) throws ArticleFormatException {
        ParsedBody body =
                switch (this) {
                    case MARKDOWN -> MarkdownParser.parse(document);
                    case HTML -> HtmlArticleParser.parse(document);
                    default -> PlainTextParser.parse(document);
                };
        ParsingLimits.checkBlocks(body, document);
        return body.below(document.frontMatter().orElse(FrontMatter.NONE));
    }

    /// Decodes a text that was fetched; what can't be read becomes U+FFFD.
    ///
    /// @param stated the charset that the site says; what the bytes show counts before
    public static String decodeFetched(byte[] bytes, @Nullable Charset stated) {
        return PageDecoder.decodeFetched(bytes, stated);
    }

    // A page says its charset; everything else has to be UTF-8.
    private String decode(byte[] bytes) throws ArticleFormatException {
        return this == HTML ? PageDecoder.decode(bytes) : Utf8Decoder.decode(bytes);
    }

    /// Changes facts of a file of text, and nothing else of it.
    ///
    /// @param facts new values by their keys
    /// @param title of the article so far
    public byte[] withFacts(byte[] bytes, SequencedMap<String, String> facts, String title)
            throws ArticleFormatException {
        return FrontMatterEditor.edit(decode(bytes), this, facts, title)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// A file that isn't text has no lines that an error could name.
    private static ParsedBody checked(ParsedBody body) throws ArticleFormatException {
        ParsingLimits.checkBlocks(body, new SourceDocument(Optional.empty(), "", 1));
        return body;
    }
}
