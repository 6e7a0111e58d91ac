package dev.verbatim.article.format;

import dev.verbatim.article.format.ParsedBody.TextBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.InlineFootnote;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// A converter of parsed Markdown into blocks of text. Blocks are nested at most a hundred deep.
final class MarkdownBlocks {

    private static final int MAX_CAPTION = 200;
    private static final int MAX_SOURCE = 120;
    private static final int MAX_QUOTE = 1_500;
    private static final String DASHES = "—–―-";

    private final List<TextBlock> blocks = new ArrayList<>();
    private final Map<String, FootnoteDefinition> notes = new LinkedHashMap<>();
    private final Set<String> placedNotes = new HashSet<>();

    private MarkdownBlocks() {}

    static List<TextBlock> of(Node document) throws ArticleFormatException {
        var converter = new MarkdownBlocks();
        for (Node node : MarkdownParser.descendants(document)) {
            if (node instanceof FootnoteDefinition note) {
                converter.notes.putIfAbsent(note.getLabel(), note);
            }
        }
        converter.addChildren(document);
        return converter.blocks;
    }

    private void addChildren(Node parent) throws ArticleFormatException {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            add(child);
        }
    }

    private void add(Node node) throws ArticleFormatException {
        switch (node) {
            case Heading heading ->
                    blocks.add(new TextBlock.Heading(MarkdownParser.words(heading)));
            case Paragraph paragraph -> addParagraph(paragraph);
            case FencedCodeBlock code -> addProse(code.getLiteral());
            case IndentedCodeBlock code -> addProse(code.getLiteral());
            case HtmlBlock html -> blocks.addAll(HtmlArticleParser.blocks(html.getLiteral()));
            case ListBlock list -> addList(list);
            case TableBlock table -> rows(table).texts().forEach(this::addProse);
            case FootnoteDefinition note -> addUnplaced(note);
            default -> addChildren(node);
        }
        if (!(node instanceof FootnoteDefinition) && !(node instanceof BlockQuote)) {
            addNotesOf(node);
        }
    }

    private void addProse(String words) {
        if (!Whitespace.only(words)) {
            blocks.add(new TextBlock.Prose(words));
        }
    }

    private void addParagraph(Paragraph paragraph) {
        if (isCaption(paragraph)) {
            return;
        }
        String words = MarkdownParser.words(paragraph);
        if (isSourceOfQuote(paragraph, words) && !blocks.isEmpty()) {
            joinQuote(Objects.requireNonNull(paragraph.getParent()), words);
        } else {
            addProse(words);
        }
    }

    /// One paragraph, so that it is clear how much the line below it is about; of a long quote only
    /// the last one.
    private void joinQuote(Node quote, String source) {
        int from = blocks.size() - paragraphs(quote) + 1;
        List<TextBlock> quoted = blocks.subList(Math.max(0, from), blocks.size());
        boolean isWhole =
                quoted.stream().allMatch(block -> block instanceof TextBlock.Prose)
                        && quoted.stream().mapToInt(block -> block.words().length()).sum()
                                < MAX_QUOTE;
        List<TextBlock> joined =
                isWhole ? quoted : blocks.subList(blocks.size() - 1, blocks.size());
        String words =
                joined.stream().map(TextBlock::words).collect(Collectors.joining("\n", "", "\n"));
        joined.clear();
        blocks.add(new TextBlock.Prose(words + source));
    }

    private static int paragraphs(Node quote) {
        return (int)
                MarkdownParser.descendants(quote).stream()
                        .filter(node -> node instanceof Paragraph)
                        .count();
    }

    /// Whether nothing but emphasized words stand by an image, or directly below one.
    private static boolean isCaption(Paragraph paragraph) {
        boolean pictured = false;
        int length = 0;
        for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            boolean blank = child instanceof Text text && Whitespace.only(text.getLiteral());
            pictured |= child instanceof Image;
            length += child instanceof Emphasis ? MarkdownParser.words(child).length() : 0;
            if (!(child instanceof Image || child instanceof Emphasis || isBreak(child) || blank)) {
                return false;
            }
        }
        return length <= MAX_CAPTION && (pictured || isPicture(paragraph.getPrevious()));
    }

    private static boolean isPicture(@org.jspecify.annotations.Nullable Node node) {
        return node instanceof Paragraph
                && node.getFirstChild() instanceof Image
                && node.getFirstChild().getNext() == null;
    }

    private static boolean isBreak(Node node) {
        return node instanceof SoftLineBreak || node instanceof HardLineBreak;
    }

    /// Whether a line below a block quote's words, behind a dash, says whose they are.
    private static boolean isSourceOfQuote(Paragraph paragraph, String words) {
        return paragraph.getParent() instanceof BlockQuote
                && paragraph.getPrevious() != null
                && paragraph.getNext() == null
                && words.length() <= MAX_SOURCE
                && words.length() > 2
                && DASHES.indexOf(words.charAt(0)) >= 0;
    }

    private void addList(ListBlock list) throws ArticleFormatException {
        var text = new ListText();
        if (!collect(list, 0, text)) {
            addItems(list);
            return;
        }
        String introduction = introduction(list);
        if (!introduction.isEmpty()) {
            blocks.removeLast();
        }
        text.paragraphs(introduction).forEach(this::addProse);
    }

    /// @return false when an item has more than words and lists in it
    private static boolean collect(ListBlock list, int depth, ListText text) {
        int index = 0;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String number = number(list, index);
            index++;
            for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
                boolean first = part.equals(item.getFirstChild());
                if (part instanceof Paragraph && first) {
                    text.add(number, depth, MarkdownParser.words(part));
                } else if (!(part instanceof ListBlock nested)
                        || !collect(nested, depth + 1, text)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String number(Node list, int index) {
        return list instanceof OrderedList ordered
                ? ordered.getMarkerStartNumber() + index + ordered.getMarkerDelimiter()
                : "";
    }

    private String introduction(ListBlock list) {
        boolean introduced =
                list.getPrevious() instanceof Paragraph
                        && !blocks.isEmpty()
                        && blocks.getLast() instanceof TextBlock.Prose(String words)
                        && words.strip().endsWith(":");
        return introduced ? blocks.getLast().words().strip() : "";
    }

    private void addItems(ListBlock list) throws ArticleFormatException {
        int index = 0;
        for (Node item = list.getFirstChild(); item instanceof ListItem; item = item.getNext()) {
            int before = blocks.size();
            addChildren(item);
            String number = number(list, index);
            index++;
            if (!number.isEmpty()
                    && blocks.size() > before
                    && blocks.get(before) instanceof TextBlock.Prose(String words)) {
                blocks.set(before, new TextBlock.Prose(number + " " + words));
            }
        }
    }

    private static TableRows rows(TableBlock table) {
        List<String> head = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                if (part instanceof TableHead) {
                    head.addAll(cells(row));
                } else {
                    rows.add(cells(row));
                }
            }
        }
        return new TableRows(head, rows);
    }

    private static List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
            cells.add(Whitespace.squeezed(MarkdownParser.words(cell)));
        }
        return cells;
    }

    /// The notes of a block's words, each once, directly below it.
    private void addNotesOf(Node block) {
        if (notes.isEmpty() && !(block instanceof Paragraph)) {
            return;
        }
        for (Node node : MarkdownParser.descendants(block)) {
            if (node instanceof FootnoteReference reference) {
                FootnoteDefinition note = notes.get(reference.getLabel());
                if (note != null) {
                    addUnplaced(note);
                }
            } else if (node instanceof InlineFootnote inline && block instanceof Paragraph) {
                addProse(MarkdownParser.words(inline));
            }
        }
    }

    private void addUnplaced(FootnoteDefinition note) {
        if (!placedNotes.add(note.getLabel())) {
            return;
        }
        String words =
                Stream.iterate(note.getFirstChild(), part -> part != null, Node::getNext)
                        .map(MarkdownParser::words)
                        .filter(part -> !Whitespace.only(part))
                        .collect(Collectors.joining("\n"));
        addProse(words);
    }
}
