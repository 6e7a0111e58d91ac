package dev.verbatim.playground.botapi;

import java.util.Map;

/// Reads `parse_mode` Markdown, the old one: bold, italic, code and links, and nothing inside
/// another.
final class OldMarkdownMarkup {

    private static final Map<Character, String> TYPES =
            Map.of('*', "bold", '_', "italic", '`', "code", '[', "text_link");

    private final String markup;
    private final EntityRanges entityRanges = new EntityRanges();
    private int at;

    private OldMarkdownMarkup(String markup) {
        this.markup = markup;
    }

    static FormattedText read(String markup) {
        return new OldMarkdownMarkup(markup).read();
    }

    private FormattedText read() {
        while (at < markup.length()) {
            char next = markup.charAt(at);
            if (next == '\\'
                    && at + 1 < markup.length()
                    && "_*`[".indexOf(markup.charAt(at + 1)) >= 0) {
                entityRanges.append(markup.charAt(at + 1));
                at += 2;
            } else if (TYPES.containsKey(next)) {
                marked(next);
            } else {
                entityRanges.append(next);
                at++;
            }
        }
        return entityRanges.formattedText();
    }

    private void marked(char sign) {
        String start = markup.startsWith("```", at) ? "```" : String.valueOf(sign);
        String end = sign == '[' ? "]" : start;
        int from = at + start.length();
        int to = markup.indexOf(end, from);
        if (to < 0) {
            throw EntityRanges.refused(
                    "Can't find end of the entity starting at byte offset "
                            + EntityCheck.bytes(markup, at));
        }
        String type = start.equals("```") ? "pre" : TYPES.getOrDefault(sign, "");
        entityRanges.open(type, type, EntityCheck.bytes(markup, at), "");
        entityRanges.append(markup.substring(from, to));
        at = to + end.length();
        entityRanges.close(type, sign == '[' ? address() : "");
    }

    private String address() {
        int end = markup.startsWith("(", at) ? markup.indexOf(')', at) : -1;
        if (end < 0) {
            return "";
        }
        String address = markup.substring(at + 1, end);
        at = end + 1;
        return address;
    }
}
