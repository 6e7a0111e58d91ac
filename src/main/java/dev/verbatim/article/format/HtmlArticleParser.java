package dev.verbatim.article.format;

import dev.verbatim.article.format.HtmlMetadataExtractor.JsonLdMetadata;
import dev.verbatim.article.format.ParsedBody.TextBlock;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// A parser that finds the article in an HTML page. It fetches nothing that the page refers to.
final class HtmlArticleParser {

    // An article has a few hundred tags, nested a hundred deep at the very most. A page with far
    // more was made to break parsers.
    private static final int MAX_TAGS = 100_000;
    private static final int MAX_DEPTH = 500;

    private static final String SURROUNDINGS =
            """
            script, style, noscript, template, nav, header, footer, aside, form, figcaption, button, \
            select, textarea, iframe, object, svg, audio, video, canvas, dialog, [hidden], \
            [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], \
            [role=complementary], [role=dialog], [role=search]\
            """;

    /// Selectors of the article, the most reliable first.
    private static final List<String> ARTICLE_SELECTORS =
            List.of("[itemprop=articleBody]", "article", "main, [role=main]", "body");

    private HtmlArticleParser() {}

    static ParsedBody parse(SourceDocument document) throws ArticleFormatException {
        Document page = parseHtml(document.body(), document.firstLine());
        ArticleMetadata metadata = HtmlMetadataExtractor.of(page).or(JsonLdMetadata.of(page));
        page.select(SURROUNDINGS).remove();
        return new ParsedBody(metadata, HtmlBlockSplitter.of(article(page)));
    }

    /// The blocks of a piece of HTML inside another format.
    static List<TextBlock> blocks(String html) throws ArticleFormatException {
        Document page = parseHtml(html, null);
        page.select(SURROUNDINGS).remove();
        return HtmlBlockSplitter.of(page.body());
    }

    /// Parses element by element, because a few tags can make a great many: a formatting tag that
    /// is never closed is opened again in every paragraph.
    ///
    /// @param firstLine of the HTML in the file, if it is known
    private static Document parseHtml(String html, @Nullable Integer firstLine)
            throws ArticleFormatException {
        checkTagCount(html, firstLine);
        try (var parser = new StreamParser(Parser.htmlParser().setMaxDepth(MAX_DEPTH + 1))) {
            Iterator<Element> elements = parser.parse(html, "").iterator();
            for (int count = 0; elements.hasNext(); count++) {
                elements.next();
                if (count > MAX_TAGS) {
                    throw new ArticleFormatException(
                            "has formatting tags that are never closed, and repeated in all"
                                    + " paragraphs",
                            "Save only the article, without the page around it");
                }
            }
            Document page = parser.document();
            checkDepth(page, html, firstLine);
            return page;
        }
    }

    private static void checkTagCount(String html, @Nullable Integer firstLine)
            throws ArticleFormatException {
        long tags = html.chars().filter(character -> character == '<').count();
        if (tags > MAX_TAGS) {
            throw new ArticleFormatException(
                    firstLine == null ? null : firstLine + linesBefore(MAX_TAGS, html),
                    "has " + tags + " tags, more than " + MAX_TAGS,
                    "Save only the article, without the page around it");
        }
    }

    private static int linesBefore(int tag, String html) {
        int tags = 0;
        int lines = 0;
        for (int at = 0; tags <= tag; at++) {
            tags += html.charAt(at) == '<' ? 1 : 0;
            lines += html.charAt(at) == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static void checkDepth(Document page, String html, @Nullable Integer firstLine)
            throws ArticleFormatException {
        DepthGauge gauge = new DepthGauge();
        page.traverse(gauge);
        if (gauge.deepest > MAX_DEPTH) {
            throw new ArticleFormatException(
                    firstLine == null ? null : firstLine + linesBeforeDepth(html),
                    "has tags nested more than " + MAX_DEPTH + " deep",
                    "Save only the article, without the page around it");
        }
    }

    /// Parses again, since the places of all tags take memory that an article doesn't need.
    private static int linesBeforeDepth(String html) {
        var tracking = Parser.htmlParser().setMaxDepth(MAX_DEPTH + 1).setTrackPosition(true);
        try (var parser = new StreamParser(tracking)) {
            return parser.parse(html, "").stream()
                    .filter(element -> element.parents().size() >= MAX_DEPTH)
                    .findFirst()
                    .map(element -> Math.max(0, element.sourceRange().start().lineNumber() - 1))
                    .orElse(0);
        }
    }

    private static Element article(Document page) {
        return ARTICLE_SELECTORS.stream()
                .flatMap(selector -> longest(page.select(selector).stream()))
                .findFirst()
                .orElse(page);
    }

    private static Stream<Element> longest(Stream<Element> elements) {
        return elements
                .filter(Element::hasText)
                .max(Comparator.comparingInt(element -> element.wholeText().length()))
                .stream();
    }

    private static final class DepthGauge implements NodeVisitor {

        private int deepest;

        @Override
        public void head(Node node, int depth) {
            deepest = Math.max(deepest, depth);
        }
    }
}
