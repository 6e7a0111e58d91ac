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

    private final List<TextBlock> blocks = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int preformatted;

    private HtmlBlockSplitter() {}

    static List<TextBlock> of(Element part) {
        HtmlBlockSplitter splitter = new HtmlBlockSplitter();
        part.traverse(splitter);
        splitter.endProse();
        return List.copyOf(splitter.blocks);
    }

    @Override
    public void head(Node node, int depth) {
        switch (node) {
            case TextNode text -> add(text.getWholeText());
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

    private void begin(String tag) {
        if (BLOCKS.contains(tag)) {
            endProse();
        }
        preformatted += tag.equals("pre") ? 1 : 0;
        if (tag.equals("br")) {
            breakLine();
        }
    }

    private void end(String tag) {
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
        blocks.add(new TextBlock.Heading(words.toString()));
        words.setLength(0);
    }

    private void endProse() {
        if (!Whitespace.only(words.toString())) {
            blocks.add(new TextBlock.Prose(words.toString()));
        }
        words.setLength(0);
    }
}
