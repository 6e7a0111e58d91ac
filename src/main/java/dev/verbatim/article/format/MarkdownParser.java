package dev.verbatim.article.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Markdown, as CommonMark defines it: what a reader would see as text, and nothing of the markup.
/// Line breaks inside a paragraph stay, images and their descriptions don't, and HTML inside is
/// read as [HtmlArticleParser] reads it.
///
/// The tree is walked in a loop, because it can be almost as deep as the stack.
final class MarkdownParser {

    // Deeper quotations of quotations stay text, with their marks.
    private static final int DEEPEST = 100;

    // A second or two. Text with thousands of real tags stays far below.
    private static final long MOST_LOOKS = 1_000_000_000;

    private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(DEEPEST).build();

    private MarkdownParser() {}

    /// A heading of the first level on top is the title, if the front matter has none.
    static ParsedBody read(SourceDocument document) throws ArticleFormatException {
        Node root = parse(document.body());
        List<TextBlock> blocks = new ArrayList<>();
        for (Node node : inside(root)) {
            blocks.addAll(blocks(node));
        }
        return new ParsedBody(ArticleMetadata.titled(title(root.getFirstChild())), blocks);
    }

    // The parser goes down emphasis in emphasis by recursion, and has no limit that could be set.
    private static Node parse(String markdown) throws ArticleFormatException {
        refuseUnclosedTags(markdown);
        try {
            return PARSER.parse(markdown);
        } catch (StackOverflowError e) {
            throw new ArticleFormatException(
                    "has emphasis or links nested thousands deep",
                    "Save it as plain text, with the ending .txt");
        }
    }

    // For each < the parser looks for the next >, to the end of the paragraph if need be.
    private static void refuseUnclosedTags(String markdown) throws ArticleFormatException {
        long looks = 0;
        int closing = markdown.length();
        for (int i = markdown.length() - 1; i >= 0; i--) {
            closing = markdown.charAt(i) == '>' ? i : closing;
            looks += markdown.charAt(i) == '<' ? closing - i : 0;
        }
        if (looks > MOST_LOOKS) {
            throw new ArticleFormatException(
                    "has too many < without a >", "Write &lt; for what is no tag");
        }
    }

    private static @Nullable String title(@Nullable Node first) {
        return first instanceof org.commonmark.node.Heading heading && heading.getLevel() == 1
                ? Whitespace.squeezed(words(heading))
                : null;
    }

    private static List<TextBlock> blocks(Node node) throws ArticleFormatException {
        return switch (node) {
            case org.commonmark.node.Heading heading ->
                    List.of(new TextBlock.Heading(words(heading)));
            case Paragraph paragraph -> List.of(new TextBlock.Prose(words(paragraph)));
            case FencedCodeBlock code -> List.of(new TextBlock.Prose(code.getLiteral()));
            case IndentedCodeBlock code -> List.of(new TextBlock.Prose(code.getLiteral()));
            case HtmlBlock html -> HtmlArticleParser.blocks(html.getLiteral());
            default -> List.of();
        };
    }

    private static String words(Node block) {
        return inside(block).stream().map(MarkdownParser::word).collect(Collectors.joining());
    }

    private static String word(Node inline) {
        return switch (inline) {
            case Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            case SoftLineBreak _, HardLineBreak _ -> "\n";
            case HtmlInline tag -> tag.getLiteral().startsWith("<br") ? "\n" : "";
            default -> "";
        };
    }

    /// All nodes in a node, in the order of the text, but not those in a leaf.
    private static List<Node> inside(Node root) {
        List<Node> found = new ArrayList<>();
        Deque<Node> ahead = new ArrayDeque<>();
        pushChildren(root, ahead);
        while (!ahead.isEmpty()) {
            Node node = ahead.pop();
            found.add(node);
            if (!isLeaf(node)) {
                pushChildren(node, ahead);
            }
        }
        return found;
    }

    private static void pushChildren(Node node, Deque<Node> ahead) {
        for (Node child = node.getLastChild(); child != null; child = child.getPrevious()) {
            ahead.push(child);
        }
    }

    private static boolean isLeaf(Node node) {
        return node instanceof Paragraph
                || node instanceof org.commonmark.node.Heading
                || node instanceof Image;
    }
}
