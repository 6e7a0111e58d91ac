package dev.verbatim.playground.botapi;

import java.util.Map;

/// Reads `parse_mode` MarkdownV2, where every sign of the markup must be escaped that isn't one.
final class MarkdownMarkup {

    private static final String RESERVED = "_*[]()~`>#+-=|{}.!";
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("bold", "Bold"),
                    Map.entry("italic", "Italic"),
                    Map.entry("underline", "Underline"),
                    Map.entry("strikethrough", "Strikethrough"),
                    Map.entry("spoiler", "Spoiler"),
                    Map.entry("code", "Code"),
                    Map.entry("pre", "Pre"),
                    Map.entry("text_link", "TextUrl"),
                    Map.entry("custom_emoji", "CustomEmoji"));
    private static final Map<String, String> ENDS =
            Map.of(
                    "bold", "*",
                    "italic", "_",
                    "underline", "__",
                    "strikethrough", "~",
                    "spoiler", "||",
                    "code", "`",
                    "pre", "```",
                    "text_link", "]",
                    "custom_emoji", "]");

    private final String markup;
    private final EntityRanges entityRanges = new EntityRanges();
    private int at;

    private MarkdownMarkup(String markup) {
        this.markup = markup;
    }

    static FormattedText read(String markup) {
        return new MarkdownMarkup(markup).read();
    }

    private FormattedText read() {
        while (at < markup.length()) {
            step();
        }
        EntityRanges.Open open = entityRanges.last();
        if (open != null && isQuote(open)) {
            entityRanges.close(open.type(), "");
            open = entityRanges.last();
        }
        if (open != null) {
            throw EntityRanges.refused(
                    "Can't find end of %s entity at byte offset %d"
                            .formatted(NAMES.get(open.type()), open.byteOffset()));
        }
        return entityRanges.formattedText();
    }

    private void step() {
        char next = markup.charAt(at);
        if (next == '\\' && at + 1 < markup.length() && isAscii(markup.charAt(at + 1))) {
            entityRanges.append(markup.charAt(at + 1));
            at += 2;
        } else if (ends()) {
            end();
        } else if (isInCode() || !begins(next)) {
            plain(next);
        }
    }

    private static boolean isAscii(char character) {
        return character > 0 && character <= 126;
    }

    private boolean isInCode() {
        return entityRanges.isOpen("code") || entityRanges.isOpen("pre");
    }

    private void plain(char next) {
        if (!isInCode() && RESERVED.indexOf(next) >= 0) {
            throw EntityRanges.refused(
                    "Character '%c' is reserved and must be escaped with the preceding '\\'"
                            .formatted(next));
        }
        entityRanges.append(next);
        at++;
    }

    private static boolean isQuote(EntityRanges.Open open) {
        return open.type().endsWith("blockquote");
    }

    /// Whether the mark opened last ends here.
    private boolean ends() {
        EntityRanges.Open open = entityRanges.last();
        if (open == null) {
            return false;
        }
        if (isQuote(open)) {
            return endsQuote();
        }
        String end = ENDS.getOrDefault(open.type(), "");
        boolean longer = open.type().equals("italic") && markup.startsWith("__", at);
        return markup.startsWith(end, at) && !longer;
    }

    private boolean endsQuote() {
        boolean lastLine = markup.startsWith("\n", at) && !markup.startsWith("\n>", at);
        return lastLine || isFold();
    }

    /// Two bars at the very end of a quotation make it one that is folded.
    private boolean isFold() {
        boolean atEnd = at + 2 == markup.length() || markup.startsWith("||\n", at);
        boolean nextLine = markup.startsWith("||\n>", at);
        return markup.startsWith("||", at) && atEnd && !nextLine;
    }

    private void end() {
        EntityRanges.Open open = entityRanges.last();
        if (open == null) {
            return;
        }
        if (isQuote(open)) {
            boolean fold = isFold();
            at += fold ? 2 : 0;
            entityRanges.close(fold ? "expandable_blockquote" : open.type(), "");
            newLine();
            return;
        }
        at += ENDS.getOrDefault(open.type(), "").length();
        boolean isLink = open.type().equals("text_link");
        boolean takesAddress = isLink || open.type().equals("custom_emoji");
        String address = takesAddress ? address(isLink, open) : open.value();
        entityRanges.close(open.type(), address.replaceFirst("^tg://emoji\\?id=", ""));
    }

    private void newLine() {
        if (at < markup.length() && markup.charAt(at) == '\n') {
            entityRanges.append('\n');
            at++;
        }
    }

    private String address(boolean isLink, EntityRanges.Open open) {
        if (at >= markup.length() || markup.charAt(at) != '(') {
            return isLink ? entityRanges.textOf(open) : "";
        }
        int start = EntityCheck.bytes(markup, at++);
        var address = new StringBuilder();
        while (at < markup.length() && markup.charAt(at) != ')') {
            boolean escaped = markup.charAt(at) == '\\' && at + 1 < markup.length();
            at += escaped ? 1 : 0;
            address.append(markup.charAt(at++));
        }
        if (at++ >= markup.length()) {
            throw EntityRanges.refused(
                    (isLink ? "Can't find end of a URL" : "Can't find end of a custom emoji URL")
                            + " at byte offset "
                            + start);
        }
        return address.toString();
    }

    /// Opens what begins here; false if nothing does.
    private boolean begins(char next) {
        if (next == '>' && isLineStart()) {
            return quote();
        }
        if (markup.startsWith("**>", at) && isLineStart()) {
            at += 2;
            return quote();
        }
        return switch (next) {
            case '_' -> markup.startsWith("__", at) ? open("underline", 2) : open("italic", 1);
            case '*' -> open("bold", 1);
            case '~' -> open("strikethrough", 1);
            case '|' -> markup.startsWith("||", at) && open("spoiler", 2);
            case '[' -> open("text_link", 1);
            case '!' -> markup.startsWith("![", at) && open("custom_emoji", 2);
            case '`' -> markup.startsWith("```", at) ? pre() : open("code", 1);
            default -> false;
        };
    }

    private boolean isLineStart() {
        return at == 0 || markup.charAt(at - 1) == '\n';
    }

    private boolean quote() {
        EntityRanges.Open open = entityRanges.last();
        if (open == null || !isQuote(open)) {
            return open("blockquote", 1);
        }
        at++;
        return true;
    }

    private boolean open(String type, int length) {
        entityRanges.open(type, type, EntityCheck.bytes(markup, at), "");
        at += length;
        return true;
    }

    /// A block of code; a word right behind the signs is its language.
    private boolean pre() {
        int start = EntityCheck.bytes(markup, at);
        at += 3;
        int end = at;
        while (end < markup.length() && " \n`".indexOf(markup.charAt(end)) < 0) {
            end++;
        }
        boolean named = end > at && markup.startsWith("\n", end);
        entityRanges.open("pre", "pre", start, named ? markup.substring(at, end) : "");
        at = named ? end : at;
        at += markup.startsWith("\n", at) ? 1 : 0;
        return true;
    }
}
