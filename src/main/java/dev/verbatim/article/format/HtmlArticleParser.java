package dev.verbatim.article.format;

import dev.verbatim.article.format.HtmlBlockSplitter.HtmlBlock;
import dev.verbatim.article.format.ParsedBody.PageShare;
import dev.verbatim.article.format.ParsedBody.TextBlock;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
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

    // A page that shows less of its article than this has it in its data only: a script fills it
    // in,
    // or readers pay for the rest.
    private static final double MIN_SHOWN = 0.3;
    private static final int MIN_STATED = 40;
    private static final String STATED = "articleBody";

    private static final Pattern TAG = Pattern.compile("<(?:p|br|div)(?=[ />])");
    private static final Pattern LINE_END = Pattern.compile("\\n++");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++");

    private HtmlArticleParser() {}

    static ParsedBody parse(SourceDocument document) throws ArticleFormatException {
        Document page = parseHtml(document.body(), document.firstLine());
        ArticleMetadata metadata = HtmlMetadataExtractor.of(page);
        checkTitled(document.frontMatter().orElse(FrontMatter.NONE).metadata().or(metadata));
        long words = wordsOf(HtmlBlockSplitter.blocksOf(page.body()));
        String stated = JsonLdMetadata.of(page).body(metadata.title(), metadata.url());
        PageCleaner.clean(page);
        Element root = ArticleRootFinder.find(page, metadata);
        List<HtmlBlock> taken =
                ArticleBlockFilter.filter(HtmlBlockSplitter.blocksOf(root), metadata.title());
        if (count(stated) >= MIN_STATED && wordsOf(taken) < MIN_SHOWN * count(stated)) {
            return new ParsedBody(
                    metadata, statedBlocks(stated), FrontMatter.NONE, new PageShare(100, STATED));
        }
        long percent = Math.min(100, wordsOf(taken) * 100 / Math.max(1, words));
        return new ParsedBody(
                metadata,
                taken.stream().map(HtmlBlock::block).toList(),
                FrontMatter.NONE,
                new PageShare((int) percent, nameOf(root)));
    }

    /// Paragraphs of a text that may have tags or, more often, only line ends.
    private static List<TextBlock> statedBlocks(String text) throws ArticleFormatException {
        String html = TAG.matcher(text).find() ? text : LINE_END.matcher(text).replaceAll("<p>");
        return blocks(html);
    }

    private static long count(String words) {
        return WORD.matcher(words).results().count();
    }

    private static long wordsOf(List<HtmlBlock> blocks) {
        return blocks.stream().mapToLong(block -> count(block.words())).sum();
    }

    private static String nameOf(Element root) {
        String id = root.id().isEmpty() ? "" : "#" + root.id();
        String first = root.classNames().stream().findFirst().map(name -> "." + name).orElse("");
        return root.normalName() + (id.isEmpty() ? first : id);
    }

    private static void checkTitled(ArticleMetadata metadata) throws ArticleFormatException {
        if (metadata.title() == null) {
            throw new ArticleFormatException(
                    "has no title",
                    "Write <title>What the article is called</title> at the top of the page");
        }
    }

    /// The blocks of a piece of HTML inside another format.
    static List<TextBlock> blocks(String html) throws ArticleFormatException {
        Document page = parseHtml(html, null);
        PageCleaner.removeNonText(page);
        return HtmlBlockSplitter.blocksOf(page.body()).stream().map(HtmlBlock::block).toList();
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

    private static final class DepthGauge implements NodeVisitor {

        private int deepest;

        @Override
        public void head(Node node, int depth) {
            deepest = Math.max(deepest, depth);
        }
    }
}
