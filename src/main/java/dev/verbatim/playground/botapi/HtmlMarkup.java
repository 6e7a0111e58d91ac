package dev.verbatim.playground.botapi;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Reads `parse_mode` HTML: the few tags that there are, and refuses all others.
final class HtmlMarkup {

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("b", "bold"),
                    Map.entry("strong", "bold"),
                    Map.entry("i", "italic"),
                    Map.entry("em", "italic"),
                    Map.entry("u", "underline"),
                    Map.entry("ins", "underline"),
                    Map.entry("s", "strikethrough"),
                    Map.entry("strike", "strikethrough"),
                    Map.entry("del", "strikethrough"),
                    Map.entry("span", "spoiler"),
                    Map.entry("tg-spoiler", "spoiler"),
                    Map.entry("a", "text_link"),
                    Map.entry("code", "code"),
                    Map.entry("pre", "pre"),
                    Map.entry("tg-emoji", "custom_emoji"),
                    Map.entry("blockquote", "blockquote"));
    private static final Map<String, String> CHARACTERS =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

    private final String markup;
    private final EntityRanges entityRanges = new EntityRanges();
    private int at;

    private HtmlMarkup(String markup) {
        this.markup = markup;
    }

    static FormattedText read(String markup) {
        return new HtmlMarkup(markup).read();
    }

    private FormattedText read() {
        while (at < markup.length()) {
            switch (markup.charAt(at)) {
                case '&' -> entityRanges.append(character());
                case '<' -> tag();
                default -> entityRanges.append(markup.charAt(at++));
            }
        }
        EntityRanges.Open open = entityRanges.last();
        if (open != null) {
            throw EntityRanges.refused(
                    "Can't find end tag corresponding to start tag \"" + open.name() + "\"");
        }
        return entityRanges.formattedText();
    }

    /// A character that is written by name or number; what isn't one is a plain ampersand.
    private String character() {
        int end = markup.indexOf(';', at);
        String name = end < 0 ? "" : markup.substring(at + 1, end);
        String found = CHARACTERS.getOrDefault(name, numbered(name));
        at = found.isEmpty() ? at + 1 : end + 1;
        return found.isEmpty() ? "&" : found;
    }

    private static String numbered(String name) {
        boolean hexadecimal = name.startsWith("#x");
        String digits = name.startsWith("#") ? name.substring(hexadecimal ? 2 : 1) : "";
        if (!digits.matches("[0-9a-fA-F]{1,6}")) {
            return "";
        }
        try {
            int point = Integer.parseInt(digits, hexadecimal ? 16 : 10);
            return point > 0 && Character.isValidCodePoint(point) ? Character.toString(point) : "";
        } catch (NumberFormatException _) {
            return "";
        }
    }

    private void tag() {
        int start = EntityCheck.bytes(markup, at++);
        if (at < markup.length() && markup.charAt(at) == '/') {
            at++;
            endTag(start);
        } else {
            startTag(start);
        }
    }

    private void startTag(int start) {
        String name = word(">").toLowerCase(Locale.ROOT);
        if (at >= markup.length()) {
            throw EntityRanges.refused("Unclosed start tag at byte offset " + start);
        }
        String type = TYPES.get(name);
        if (type == null) {
            throw EntityRanges.refused(
                    "Unsupported start tag \"%s\" at byte offset %d".formatted(name, start));
        }
        Map<String, String> attributes = attributes(name, start);
        if (name.equals("span") && !attributes.getOrDefault("class", "").equals("tg-spoiler")) {
            throw EntityRanges.refused(
                    "Tag \"span\" must have class \"tg-spoiler\" at byte offset " + start);
        }
        boolean folded = name.equals("blockquote") && attributes.containsKey("expandable");
        entityRanges.open(
                name, folded ? "expandable_blockquote" : type, start, value(name, attributes));
    }

    private static String value(String tag, Map<String, String> attributes) {
        return switch (tag) {
            case "a" -> attributes.getOrDefault("href", "");
            case "tg-emoji" -> attributes.getOrDefault("emoji-id", "");
            case "code" -> attributes.getOrDefault("class", "").replaceFirst("^language-", "");
            default -> "";
        };
    }

    private Map<String, String> attributes(String tag, int start) {
        Map<String, String> attributes = new HashMap<>();
        skipBlanks();
        while (at < markup.length() && markup.charAt(at) != '>') {
            String name = word("=>").toLowerCase(Locale.ROOT);
            skipBlanks();
            if (at < markup.length() && markup.charAt(at) == '=') {
                at++;
                attributes.put(name, attributeValue());
            } else if (name.equals("expandable")) {
                attributes.put(name, "");
            } else {
                throw EntityRanges.refused(
                        "Expected equal sign in declaration of an attribute of the tag \"%s\" at byte offset %d"
                                .formatted(tag, start));
            }
            skipBlanks();
        }
        if (at++ >= markup.length()) {
            throw EntityRanges.refused(
                    "Unclosed start tag \"%s\" at byte offset %d".formatted(tag, start));
        }
        return attributes;
    }

    private String attributeValue() {
        skipBlanks();
        char quote = at < markup.length() ? markup.charAt(at) : ' ';
        if (quote != '"' && quote != '\'') {
            return word(">");
        }
        at++;
        var value = new StringBuilder();
        while (at < markup.length() && markup.charAt(at) != quote) {
            value.append(markup.charAt(at) == '&' ? character() : markup.charAt(at++));
        }
        at++;
        return value.toString();
    }

    private void endTag(int start) {
        EntityRanges.Open open = entityRanges.last();
        if (open == null) {
            throw EntityRanges.refused("Unexpected end tag at byte offset " + start);
        }
        String name = word(">").toLowerCase(Locale.ROOT);
        skipBlanks();
        if (at >= markup.length() || markup.charAt(at) != '>') {
            throw EntityRanges.refused("Unclosed end tag at byte offset " + start);
        }
        at++;
        if (!name.isEmpty() && !name.equals(open.name())) {
            throw EntityRanges.refused(
                    "Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
                            .formatted(start, open.name(), name));
        }
        close(open);
    }

    private void close(EntityRanges.Open open) {
        boolean ownAddress = open.type().equals("text_link") && open.value().isEmpty();
        entityRanges.close(open.type(), ownAddress ? entityRanges.textOf(open) : open.value());
        EntityRanges.Open outer = entityRanges.last();
        if (open.type().equals("code") && outer != null && outer.type().equals("pre")) {
            entityRanges.dropLast();
            entityRanges.revalue(open.value());
        }
    }

    private void skipBlanks() {
        while (at < markup.length() && Character.isWhitespace(markup.charAt(at))) {
            at++;
        }
    }

    private String word(String ends) {
        int start = at;
        while (at < markup.length()
                && !Character.isWhitespace(markup.charAt(at))
                && ends.indexOf(markup.charAt(at)) < 0) {
            at++;
        }
        return markup.substring(start, at);
    }
}
