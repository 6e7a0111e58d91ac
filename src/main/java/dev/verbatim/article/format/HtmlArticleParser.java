package dev.verbatim.article.format;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/// An HTML page: the article in it, without what surrounds it. Only parsed; nothing it names is
/// fetched.
final class HtmlArticleParser {

    // An article has a few hundred tags, some hundred deep at the very most. What has far more is
    // made to break parsers.
    private static final int MOST_TAGS = 100_000;
    private static final int DEEPEST = 500;

    private static final String AROUND_AN_ARTICLE =
            """
            script, style, noscript, template, nav, header, footer, aside, form, figcaption, button, \
            select, textarea, iframe, object, svg, audio, video, canvas, dialog, [hidden], \
            [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], \
            [role=complementary], [role=dialog], [role=search]\
            """;

    /// Where the article is, the surest sign first.
    private static final List<String> ARTICLES =
            List.of("[itemprop=articleBody]", "article", "main, [role=main]", "body");

    private HtmlArticleParser() {}

    static ParsedBody read(SourceDocument document) throws ArticleFormatException {
        Document page = parse(document.body());
        ArticleMetadata metadata = HtmlMetadataExtractor.of(page).or(JsonLdMetadata.of(page));
        page.select(AROUND_AN_ARTICLE).remove();
        return new ParsedBody(metadata, HtmlBlockSplitter.of(article(page)));
    }

    /// The blocks of a piece of HTML inside another format.
    static List<TextBlock> blocks(String html) throws ArticleFormatException {
        Document page = parse(html);
        page.select(AROUND_AN_ARTICLE).remove();
        return HtmlBlockSplitter.of(page.body());
    }

    private static Document parse(String html) throws ArticleFormatException {
        refuseTooManyTags(html);
        Document page = Jsoup.parse(html, Parser.htmlParser().setMaxDepth(DEEPEST + 1));
        refuseTooDeep(page);
        return page;
    }

    private static void refuseTooManyTags(String html) throws ArticleFormatException {
        long tags = html.chars().filter(character -> character == '<').count();
        if (tags > MOST_TAGS) {
            throw new ArticleFormatException(
                    "has " + tags + " tags, more than " + MOST_TAGS,
                    "Save only the article, without the page around it");
        }
    }

    private static void refuseTooDeep(Document page) throws ArticleFormatException {
        DepthGauge gauge = new DepthGauge();
        page.traverse(gauge);
        if (gauge.deepest > DEEPEST) {
            throw new ArticleFormatException(
                    "has tags nested more than " + DEEPEST + " deep",
                    "Save only the article, without the page around it");
        }
    }

    private static Element article(Document page) {
        return ARTICLES.stream()
                .flatMap(signs -> longest(page.select(signs).stream()))
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
