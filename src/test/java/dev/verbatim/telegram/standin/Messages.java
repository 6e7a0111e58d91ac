package dev.verbatim.telegram.standin;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// All messages of all chats. One numbering for all, which no bot may rely on.
final class Messages {

    private final JsonMapper json;
    private final Groups groups;
    private final Map<Integer, ObjectNode> messages = new ConcurrentHashMap<>();
    private final AtomicInteger nextId = new AtomicInteger(100);

    Messages(JsonMapper json, Groups groups) {
        this.json = json;
        this.groups = groups;
    }

    /// A message of a person in a private chat, which has the person's number.
    ObjectNode fromPerson(long person, ObjectNode content) {
        return fromPerson(person, person, content);
    }

    ObjectNode fromPerson(long chatId, long person, ObjectNode content) {
        ObjectNode message = message(chatId);
        message.putObject("from")
                .put("id", person)
                .put("is_bot", false)
                .put("first_name", "Ann")
                .put("language_code", "en");
        message.setAll(content);
        return message;
    }

    ObjectNode fromBot(JsonNode call) throws Refusal {
        Checks.message(call);
        JsonNode replyTo = call.path("reply_parameters");
        ObjectNode target = messages.get(replyTo.path("message_id").asInt(-1));
        if (replyTo.has("message_id")
                && target == null
                && !replyTo.path("allow_sending_without_reply").asBoolean(false)) {
            throw Refusal.badRequest("message to be replied not found");
        }
        String quote = replyTo.path("quote").asString("");
        if (target != null && !target.path("text").asString("").contains(quote)) {
            throw Refusal.badRequest("QUOTE_TEXT_INVALID");
        }
        ObjectNode message = message(call.path("chat_id").asLong());
        fill(message, call);
        if (target != null) {
            message.set("reply_to_message", target.deepCopy());
        }
        return message;
    }

    ObjectNode edit(JsonNode call) throws Refusal {
        Checks.message(call);
        ObjectNode message = find(call.path("message_id").asInt(-1));
        if (message == null) {
            throw Refusal.badRequest("message to edit not found");
        }
        ObjectNode before = message.deepCopy();
        fill(message, call);
        if (message.equals(before)) {
            throw Refusal.badRequest(
                    "message is not modified: specified new message content and reply markup are"
                            + " exactly the same as a current content and reply markup of the"
                            + " message");
        }
        return message;
    }

    /// A person changes a message.
    ObjectNode rewrite(int messageId, String text, int secondsLater) {
        ObjectNode message = Objects.requireNonNull(find(messageId));
        message.put("text", text).put("edit_date", message.path("date").asInt() + secondsLater);
        message.set("entities", groups.mentions(text));
        return message;
    }

    /// A message as it stands in one that replies to it.
    ObjectNode quoted(int messageId) {
        ObjectNode message = Objects.requireNonNull(find(messageId)).deepCopy();
        message.remove("reply_to_message");
        if (!message.has("from")) {
            message.set("from", groups.bot());
        }
        return message;
    }

    @Nullable ObjectNode find(int messageId) {
        return messages.get(messageId);
    }

    int lastOfBot() {
        return messages.values().stream()
                .filter(message -> !message.has("from"))
                .mapToInt(message -> message.path("message_id").asInt())
                .max()
                .orElse(0);
    }

    List<String> textsOfBot(long chatId) {
        return messages.values().stream()
                .filter(message -> !message.has("from"))
                .filter(message -> message.at("/chat/id").asLong() == chatId)
                .sorted(Comparator.comparingInt(message -> message.path("message_id").asInt()))
                .map(message -> message.path("text").asString())
                .toList();
    }

    void delete(int messageId) {
        messages.remove(messageId);
        messages.values().stream()
                .filter(m -> m.at("/reply_to_message/message_id").asInt(-1) == messageId)
                .forEach(message -> message.remove("reply_to_message"));
    }

    private static void fill(ObjectNode message, JsonNode call) {
        for (String field : new String[] {"text", "entities", "reply_markup"}) {
            message.remove(field);
            if (call.has(field)) {
                message.set(field, call.get(field));
            }
        }
    }

    private ObjectNode message(long chatId) {
        int id = nextId.getAndIncrement();
        ObjectNode message = json.createObjectNode().put("message_id", id).put("date", 1767225600);
        message.set("chat", groups.chat(chatId));
        messages.put(id, message);
        return message;
    }
}
