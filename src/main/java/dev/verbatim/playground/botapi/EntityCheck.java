package dev.verbatim.playground.botapi;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Whether an entity stands where characters begin and end, and is of a kind that there is.
final class EntityCheck {

    private static final Set<String> TYPES =
            Set.of(
                    "mention",
                    "hashtag",
                    "cashtag",
                    "bot_command",
                    "url",
                    "email",
                    "phone_number",
                    "bold",
                    "italic",
                    "underline",
                    "strikethrough",
                    "spoiler",
                    "blockquote",
                    "expandable_blockquote",
                    "code",
                    "pre",
                    "text_link",
                    "text_mention",
                    "custom_emoji",
                    "date_time");

    private EntityCheck() {}

    static void check(String text, ObjectNode entity) {
        if (!TYPES.contains(entity.path("type").asString(""))) {
            throw ApiError.badRequest("can't parse MessageEntity: unsupported type specified");
        }
        int start = FormattedText.start(entity);
        int end = FormattedText.end(entity);
        if (start < 0 || end <= start) {
            throw ApiError.badRequest("can't parse MessageEntity: invalid offset or length");
        }
        bounds(text, start, end);
        if (entity.path("type").asString().equals("text_link")) {
            String url = LinkAddress.checked(entity.path("url").asString(""));
            if (url.isEmpty()) {
                throw ApiError.badRequest("Wrong HTTP URL specified");
            }
            entity.put("url", url);
        }
    }

    private static void bounds(String text, int start, int end) {
        if (start >= text.length()) {
            throw ApiError.badRequest(
                    "Entity begins after the end of the text at UTF-16 offset " + start);
        }
        if (end > text.length()) {
            throw ApiError.badRequest(
                    "Entity beginning at UTF-16 offset %d ends after the end of the text at UTF-16 offset %d"
                            .formatted(start, end));
        }
        if (splits(text, start)) {
            throw ApiError.badRequest(
                    "Entity begins in a middle of a UTF-16 symbol at byte offset "
                            + bytes(text, start + 1));
        }
        if (splits(text, end)) {
            throw ApiError.badRequest(
                    "Entity beginning at UTF-16 offset %d ends in a middle of a UTF-16 symbol at byte offset %d"
                            .formatted(start, bytes(text, end + 1)));
        }
    }

    private static boolean splits(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    /// How many bytes of UTF-8 stand before a place.
    static int bytes(String text, int at) {
        return text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    }
}
