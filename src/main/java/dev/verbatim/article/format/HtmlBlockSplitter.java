package dev.verbatim.article.format;

import dev.verbatim.article.format.ParsedBody.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// A splitter that divides a part of a page into blocks as a browser would show them: block
/// elements are separate, runs of ASCII white space are one space, `<br>` is a line break and two
/// of them end a paragraph. Every other character is kept, so jsoup's own `text()` isn't used: it
/// turns non-breaking spaces into spaces and drops soft hyphens.
final class HtmlBlockSplitter implements NodeVisitor {

    // Not jsoup's list of block elements, which has <ins> and <del>, and every cell of a table.
    private static final Set<String> BLOCKS =
            Set.of(
                    "address",
                    "article",
                    "blockquote",
                    "body",
                    "center",
                    "dd",
                    "details",
                    "div",
                    "dl",
                    "dt",
                    "fieldset",
                    "figure",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hgroup",
                    "hr",
                    "html",
                    "li",
                    "main",
                    "menu",
                    "ol",
                    "p",
                    "pre",
                    "section",
                    "summary",
                    "table",
                    "tbody",
                    "tfoot",
                    "thead",
                    "title",
                    "tr",
                    "ul");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final List<HtmlBlock> blocks = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int preformatted;
    private int openLinks;
    private int links;
    private Element inside;

    private HtmlBlockSplitter(Element part) {
        inside = part;
    }

    /// A block and the place where it begins.
    ///
    /// @param element that holds its first words
    /// @param linkLength how many of its characters are in links
    record HtmlBlock(Element element, TextBlock block, int linkLength) {

        // A label or an entry of a menu is shorter, or doesn't end as a sentence does.
        private static final int MIN_SENTENCE = 12;
        private static final int MIN_PARAGRAPH = 80;

        private static final double ALL = 0.9;

        String words() {
            return block.words();
        }

        int length() {
            return words().length();
        }

        boolean isHeading() {
            return block instanceof TextBlock.Heading;
        }

        boolean isMostlyLinks() {
            return 2 * linkLength >= length();
        }

        /// Whether it is a link and nothing else.
        boolean isLink() {
            return linkLength >= ALL * words().strip().length();
        }

        /// Whether it reads as prose, and not as a label or as links.
        boolean isProse() {
            String words = words().strip();
            return !isHeading()
                    && !isMostlyLinks()
                    && (words.length() >= MIN_PARAGRAPH
                            || (words.length() >= MIN_SENTENCE
                                    && BoilerplateFilter.endsSentence(words)));
        }
    }

    static List<HtmlBlock> blocksOf(Element part) {
        HtmlBlockSplitter splitter = new HtmlBlockSplitter(part);
        part.traverse(splitter);
        splitter.endProse();
        return List.copyOf(splitter.blocks);
    }

    @Override
    public void head(Node node, int depth) {
        switch (node) {
            case TextNode text -> addText(text);
            case Element element -> begin(element.normalName());
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            end(element.normalName());
        }
    }

    private void addText(TextNode text) {
        Element parent = text.parent();
        if (!text.isBlank() && parent != null) {
            inside = Whitespace.only(words.toString()) ? parent : around(parent);
        }
        int before = words.length();
        add(text.getWholeText());
        links += openLinks > 0 ? words.length() - before : 0;
    }

    /// The place of a block when more words of it are in another element: where it begins, if that
    /// is a phrase, no longer holds all of it.
    private Element around(Element next) {
        Element around = inside;
        while (!next.equals(inside)
                && !BLOCKS.contains(around.normalName())
                && around.parent() != null) {
            around = around.parent();
        }
        return around;
    }

    private void begin(String tag) {
        openLinks += tag.equals("a") ? 1 : 0;
        if (BLOCKS.contains(tag)) {
            endProse();
        }
        preformatted += tag.equals("pre") ? 1 : 0;
        if (tag.equals("br")) {
            breakLine();
        }
    }

    private void end(String tag) {
        openLinks -= tag.equals("a") ? 1 : 0;
        if (HEADINGS.contains(tag)) {
            endHeading();
        } else if (BLOCKS.contains(tag)) {
            endProse();
        } else if (CELLS.contains(tag)) {
            add(" ");
        }
        preformatted -= tag.equals("pre") ? 1 : 0;
    }

    private void add(String text) {
        if (preformatted > 0) {
            words.append(text);
        } else {
            text.chars().forEach(this::addCollapsed);
        }
    }

    private void addCollapsed(int character) {
        boolean blank = " \t\n\f\r".indexOf(character) >= 0;
        if (!blank) {
            words.append((char) character);
        } else if (!atBlank()) {
            words.append(' ');
        }
    }

    private boolean atBlank() {
        return words.isEmpty() || endsWith(' ') || endsWith('\n');
    }

    private boolean endsWith(char last) {
        return !words.isEmpty() && words.charAt(words.length() - 1) == last;
    }

    private void breakLine() {
        if (endsWith(' ')) {
            words.setLength(words.length() - 1);
        }
        if (endsWith('\n')) {
            endProse();
        } else {
            words.append('\n');
        }
    }

    private void endHeading() {
        end(new TextBlock.Heading(words.toString()));
    }

    private void endProse() {
        end(new TextBlock.Prose(words.toString()));
    }

    private void end(TextBlock block) {
        if (!Whitespace.only(block.words())) {
            blocks.add(new HtmlBlock(inside, block, links));
        }
        words.setLength(0);
        links = 0;
    }
}
