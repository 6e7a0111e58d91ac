package dev.verbatim.article.format;

import dev.verbatim.article.format.ParsedBody.TextBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.footnotes.InlineFootnote;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A parser of Markdown as CommonMark defines it: it keeps what a reader would see as text, and
/// nothing of the markup. Line breaks inside a paragraph are kept, images and their descriptions
/// are not, and HTML inside is parsed by [HtmlArticleParser].
///
/// The tree is traversed in a loop, because it can be almost as deep as the stack.
final class MarkdownParser {

    // Deeper nested block quotes stay text, with their marks.
    private static final int MAX_DEPTH = 100;

    // A second or two. Text with thousands of real tags stays far below.
    private static final long MAX_TAG_SCANS = 1_000_000_000;

    private static final Parser PARSER =
            Parser.builder()
                    .maxOpenBlockParsers(MAX_DEPTH)
                    .extensions(
                            List.of(
                                    TablesExtension.create(),
                                    FootnotesExtension.builder().inlineFootnotes(true).build()))
                    .build();

    // A reference without its note, an empty box of a task list, emphasis that CommonMark doesn't
    // take for any, since a mark stands between it and the next word.
    private static final Pattern LEFT_OVER =
            Pattern.compile(
                    "\\[\\^[^\\]\\s]{1,60}+]|^\\[[ xX]] |(?<![\\d*\\s])\\*{2,3}(?![\\d*])|(?<![\\d*])\\*{2,3}(?![\\d*\\s])");

    private MarkdownParser() {}

    /// A heading is the title, if the front matter has none.
    static ParsedBody parse(SourceDocument document) throws ArticleFormatException {
        checkUnclosedTags(document);
        SourceDocument cleaned = document.withBody(MarkdownCleaner.clean(document.body()));
        ParsingLimits.checkMarkdown(cleaned);
        Node root = parseMarkdown(cleaned.body());
        List<TextBlock> blocks = MarkdownBlocks.of(root);
        return new ParsedBody(ArticleMetadata.titled(title(blocks, root)), blocks);
    }

    // The parser recurses into nested emphasis, and has no limit that could be set.
    private static Node parseMarkdown(String markdown) throws ArticleFormatException {
        try {
            return PARSER.parse(markdown);
        } catch (StackOverflowError e) {
            throw new ArticleFormatException(
                    "has emphasis or links nested thousands deep",
                    "Save it as plain text, with the ending .txt");
        }
    }

    // For each < the parser scans for the next >, to the end of the paragraph in the worst case.
    private static void checkUnclosedTags(SourceDocument document) throws ArticleFormatException {
        String markdown = document.body();
        long scans = 0;
        int closing = markdown.length();
        int longest = 0;
        int place = 0;
        for (int i = markdown.length() - 1; i >= 0; i--) {
            closing = markdown.charAt(i) == '>' ? i : closing;
            if (markdown.charAt(i) == '<') {
                scans += closing - i;
                place = closing - i > longest ? i : place;
                longest = Math.max(longest, closing - i);
            }
        }
        if (scans > MAX_TAG_SCANS) {
            throw new ArticleFormatException(
                    document.lineAt(place),
                    "has too many < without a > from here on",
                    "Write &lt; for what is no tag");
        }
    }

    /// A heading of the first level, wherever it is, or any heading with no words above it.
    private static @Nullable String title(List<TextBlock> blocks, Node root) {
        for (Node node : descendants(root)) {
            if (node instanceof Heading heading && heading.getLevel() == 1) {
                return Whitespace.squeezed(words(heading));
            }
        }
        return !blocks.isEmpty() && blocks.getFirst() instanceof TextBlock.Heading(String words)
                ? Whitespace.squeezed(words)
                : null;
    }

    /// The words of a block or an inline node, without those of its footnotes.
    static String words(Node block) {
        return descendants(block).stream().map(MarkdownParser::text).collect(Collectors.joining());
    }

    private static String text(Node inline) {
        return switch (inline) {
            case Text text -> withoutMarks(text.getLiteral());
            case Code code -> code.getLiteral();
            case SoftLineBreak _, HardLineBreak _ -> "\n";
            case HtmlInline tag -> tag.getLiteral().startsWith("<br") ? "\n" : "";
            default -> "";
        };
    }

    private static String withoutMarks(String words) {
        return words.indexOf('[') < 0 && !words.contains("**")
                ? words
                : LEFT_OVER.matcher(words).replaceAll("");
    }

    /// All nodes below a node in the order of the text, without those below a leaf.
    static List<Node> descendants(Node root) {
        List<Node> found = new ArrayList<>();
        Deque<Node> stack = new ArrayDeque<>();
        pushChildren(root, stack);
        while (!stack.isEmpty()) {
            Node node = stack.pop();
            found.add(node);
            if (!isLeaf(node)) {
                pushChildren(node, stack);
            }
        }
        return found;
    }

    private static void pushChildren(Node node, Deque<Node> stack) {
        for (Node child = node.getLastChild(); child != null; child = child.getPrevious()) {
            stack.push(child);
        }
    }

    private static boolean isLeaf(Node node) {
        return node instanceof Image || node instanceof InlineFootnote;
    }
}
