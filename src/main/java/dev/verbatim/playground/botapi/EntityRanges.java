package dev.verbatim.playground.botapi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A text that grows while markup is read, and the marks that are open in it.
final class EntityRanges {

    private final StringBuilder text = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<ObjectNode> entities = new ArrayList<>();

    /// A mark that has begun.
    ///
    /// @param name as the markup calls it
    /// @param start in the text
    /// @param byteOffset in the markup
    /// @param value a link's address, a language, an emoji's number; empty for none
    record Open(String name, String type, int start, int byteOffset, String value) {}

    static ApiError refused(String reason) {
        return ApiError.badRequest("can't parse entities: " + reason);
    }

    void append(char character) {
        text.append(character);
    }

    void append(String words) {
        text.append(words);
    }

    void open(String name, String type, int byteOffset, String value) {
        open.push(new Open(name, type, text.length(), byteOffset, value));
    }

    /// The mark that was opened last and isn't closed; missing if there is none.
    @Nullable Open last() {
        return open.peek();
    }

    boolean isOpen(String type) {
        return open.stream().anyMatch(mark -> mark.type().equals(type));
    }

    String textOf(Open mark) {
        return text.substring(mark.start());
    }

    /// Closes the last one, as what it was or as another type.
    void close(String type, String value) {
        Open mark = open.pop();
        int length = text.length() - mark.start();
        if (length == 0 || type.isEmpty()) {
            return;
        }
        ObjectNode entity = JsonTrees.object().put("type", type).put("offset", mark.start());
        entity.put("length", length);
        switch (type) {
            case "text_link" -> {
                if (LinkAddress.checked(value).isEmpty()) {
                    return;
                }
                entity.put("url", LinkAddress.checked(value));
            }
            case "pre" -> {
                if (!value.isEmpty()) {
                    entity.put("language", value);
                }
            }
            case "custom_emoji" -> entity.put("custom_emoji_id", value);
            default -> {}
        }
        entities.add(entity);
    }

    /// Takes back what was closed last.
    void dropLast() {
        if (!entities.isEmpty()) {
            entities.removeLast();
        }
    }

    /// Gives the last one another value.
    void revalue(String value) {
        Open mark = open.pop();
        open.push(new Open(mark.name(), mark.type(), mark.start(), mark.byteOffset(), value));
    }

    FormattedText formattedText() {
        return new FormattedText(text.toString(), entities);
    }
}
