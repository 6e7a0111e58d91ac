package dev.verbatim.playground.botapi;

import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A reader of rich messages: those that are given as blocks, with the blocks and the formatting
/// that our bot uses. The real server takes HTML and Markdown, too.
final class RichContent {

    /// The field of a call and of a message.
    static final String FIELD = "rich_message";

    private static final int MAX_LENGTH = 32_768;
    private static final int MAX_BLOCKS = 500;
    private static final Set<String> BLOCKS =
            Set.of(
                    "paragraph",
                    "heading",
                    "list",
                    "blockquote",
                    "expandable_blockquote",
                    "details",
                    "divider",
                    "footer");
    private static final Set<String> MARKS = Set.of("bold", "italic", "code", "url", "date_time");

    private int blocks;

    private RichContent() {}

    /// The `RichMessage` that a call gives.
    static ObjectNode read(CallParameters parameters) {
        if (!(parameters.json(FIELD) instanceof ObjectNode given)) {
            throw ApiError.badRequest("rich message must be non-empty");
        }
        if (given.has("html") || given.has("markdown")) {
            throw ApiError.unsupported("rich messages as HTML or Markdown: send blocks");
        }
        var content = new RichContent();
        content.checkBlocks(given.path("blocks"));
        if (plainText(given).length() > MAX_LENGTH) {
            throw ApiError.badRequest("message is too long");
        }
        ObjectNode message = JsonTrees.object();
        message.set("blocks", given.path("blocks").deepCopy());
        if (given.path("is_rtl").asBoolean(false)) {
            message.put("is_rtl", true);
        }
        return message;
    }

    private void checkBlocks(JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            throw ApiError.badRequest("rich message must be non-empty");
        }
        list.forEach(this::checkBlock);
    }

    private void checkBlock(JsonNode block) {
        String type = block.path("type").asString("");
        if (!BLOCKS.contains(type)) {
            throw ApiError.badRequest("unsupported block type \"" + type + "\" specified");
        }
        if (++blocks > MAX_BLOCKS) {
            throw ApiError.badRequest("RICH_MESSAGE_BLOCKS_TOO_MUCH");
        }
        for (String text : Set.of("text", "credit", "summary")) {
            checkText(block.path(text));
        }
        if (block.has("blocks")) {
            checkBlocks(block.path("blocks"));
        }
        for (JsonNode item : block.path("items")) {
            checkBlocks(item.path("blocks"));
        }
    }

    private static void checkText(JsonNode text) {
        if (text.isArray()) {
            text.forEach(RichContent::checkText);
        } else if (text.isObject()) {
            String type = text.path("type").asString("");
            if (!MARKS.contains(type)) {
                throw ApiError.badRequest("unsupported rich text type \"" + type + "\" specified");
            }
            checkText(text.path("text"));
        }
    }

    /// The words of a rich message, a line for each block.
    static String plainText(JsonNode message) {
        return message.path("blocks")
                .valueStream()
                .map(RichContent::blockText)
                .collect(Collectors.joining("\n"));
    }

    private static String blockText(JsonNode block) {
        StringBuilder text = new StringBuilder(words(block.path("summary")));
        text.append(words(block.path("text"))).append(plainText(block));
        for (JsonNode item : block.path("items")) {
            text.append(text.isEmpty() ? "" : "\n").append("• ").append(plainText(item));
        }
        String credit = words(block.path("credit"));
        return credit.isEmpty() ? text.toString() : text + "\n" + credit;
    }

    private static String words(JsonNode text) {
        if (text.isArray()) {
            return text.valueStream().map(RichContent::words).collect(Collectors.joining());
        }
        return text.isObject() ? words(text.path("text")) : text.asString("");
    }
}
