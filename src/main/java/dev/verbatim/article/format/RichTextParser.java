package dev.verbatim.article.format;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/// A parser of Rich Text (`.rtf`): its words and paragraphs, whatever else is in it. The JDK's own
/// reader needs a desktop and knows no Unicode, and this part of the format is small.
final class RichTextParser {

    private static final int MAX_DEPTH = 1_000;

    /// Groups that hold no words of the text.
    private static final Set<String> OMITTED =
            Set.of(
                    "fonttbl",
                    "colortbl",
                    "stylesheet",
                    "pict",
                    "object",
                    "header",
                    "headerl",
                    "headerr",
                    "headerf",
                    "footer",
                    "footerl",
                    "footerr",
                    "footerf",
                    "info",
                    "annotation",
                    "themedata",
                    "datastore",
                    "xmlnstbl",
                    "listtable",
                    "listoverridetable",
                    "rsidtbl",
                    "generator",
                    "fldinst",
                    "bkmkstart",
                    "bkmkend",
                    "nonshppict",
                    "pntext",
                    "listtext");

    private static final Map<String, String> CHARACTERS =
            Map.ofEntries(
                    Map.entry("line", "\n"),
                    Map.entry("tab", " "),
                    Map.entry("cell", " "),
                    Map.entry("emdash", "—"),
                    Map.entry("endash", "–"),
                    Map.entry("lquote", "‘"),
                    Map.entry("rquote", "’"),
                    Map.entry("ldblquote", "“"),
                    Map.entry("rdblquote", "”"),
                    Map.entry("bullet", "•"),
                    Map.entry("~", "\u00a0"),
                    Map.entry("_", "\u2011"),
                    Map.entry("{", "{"),
                    Map.entry("}", "}"),
                    Map.entry("\\", "\\"));

    private final String rtf;
    private final DocumentText document = new DocumentText();
    private final StringBuilder words = new StringBuilder();
    private final Deque<Group> groups = new ArrayDeque<>();
    private Group group = new Group(false, 1, false);
    private Charset charset = MimeText.charset("windows-1252");
    private int at;
    private int skip;

    /// What holds inside braces.
    ///
    /// @param skipped characters that stand for the one before them, in old readers
    private record Group(boolean omitted, int skipped, boolean hidden) {}

    private RichTextParser(String rtf) {
        this.rtf = rtf;
    }

    static ParsedBody parse(byte[] bytes) throws ArticleFormatException {
        var parser = new RichTextParser(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!parser.rtf.startsWith("{\\rtf")) {
            throw ZippedXml.damaged();
        }
        parser.read();
        return parser.document.body(ArticleMetadata.NONE);
    }

    private void read() throws ArticleFormatException {
        while (at < rtf.length()) {
            char next = rtf.charAt(at);
            at++;
            switch (next) {
                case '{' -> open();
                case '}' -> group = groups.isEmpty() ? group : groups.pop();
                case '\\' -> control();
                case '\r', '\n' -> {}
                default -> append(String.valueOf(next));
            }
        }
        endParagraph();
    }

    private void open() throws ArticleFormatException {
        groups.push(group);
        if (groups.size() > MAX_DEPTH) {
            throw new ArticleFormatException(
                    "has groups nested " + MAX_DEPTH + " deep", "Save it as plain text");
        }
    }

    private void append(String text) {
        if (skip > 0) {
            skip--;
        } else if (!group.omitted() && !group.hidden()) {
            words.append(text);
        }
    }

    private void control() {
        int start = at;
        while (at < rtf.length() && Character.isLetter(rtf.charAt(at)) && at - start < 32) {
            at++;
        }
        if (at == start) {
            at = Math.min(rtf.length(), at + 1);
            symbol(rtf.substring(start, at));
            return;
        }
        String word = rtf.substring(start, at);
        int number = number();
        if (at < rtf.length() && rtf.charAt(at) == ' ') {
            at++;
        }
        apply(word, number);
    }

    private int number() {
        int start = at;
        at += at < rtf.length() && rtf.charAt(at) == '-' ? 1 : 0;
        while (at < rtf.length() && Character.isDigit(rtf.charAt(at)) && at - start < 9) {
            at++;
        }
        try {
            return start == at ? 1 : Integer.parseInt(rtf.substring(start, at));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private void symbol(String symbol) {
        switch (symbol) {
            case "'" -> appendByte();
            case "*" -> group = new Group(true, group.skipped(), group.hidden());
            case "\n", "\r" -> endParagraph();
            default -> append(CHARACTERS.getOrDefault(symbol, ""));
        }
    }

    private void appendByte() {
        int high = at < rtf.length() ? Character.digit(rtf.charAt(at), 16) : -1;
        int low = at + 1 < rtf.length() ? Character.digit(rtf.charAt(at + 1), 16) : -1;
        at = Math.min(rtf.length(), at + 2);
        if (high >= 0 && low >= 0) {
            append(
                    charset.decode(ByteBuffer.wrap(new byte[] {(byte) (high * 16 + low)}))
                            .toString());
        }
    }

    private void apply(String word, int number) {
        switch (word) {
            case "par", "sect", "page", "row" -> endParagraph();
            case "u" -> {
                append(Character.toString(number < 0 ? number + 0x10000 : number));
                skip = group.skipped();
            }
            case "uc" ->
                    group = new Group(group.omitted(), Math.clamp(number, 0, 4), group.hidden());
            case "v" -> group = new Group(group.omitted(), group.skipped(), number != 0);
            case "ansicpg" -> charset = MimeText.charset("windows-" + number);
            case "bin" -> at = Math.min(rtf.length(), at + Math.max(0, number));
            case "plain" -> group = new Group(group.omitted(), group.skipped(), false);
            default -> {
                if (OMITTED.contains(word)) {
                    group = new Group(true, group.skipped(), group.hidden());
                } else if (CHARACTERS.containsKey(word)) {
                    append(CHARACTERS.getOrDefault(word, ""));
                }
            }
        }
    }

    private void endParagraph() {
        if (!group.omitted()) {
            document.addParagraph(words.toString());
            words.setLength(0);
        }
    }
}
