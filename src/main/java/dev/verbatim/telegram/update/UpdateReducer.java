package dev.verbatim.telegram.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.verbatim.group.ChatMessage.Author;
import java.util.Set;
import java.util.function.Predicate;

/// A reducer of updates to what a handler needs of them after a restart, so that nothing else is
/// ever written to disk: not the words of others that a message quotes or replies to, nor what a
/// bot's message says around a pressed button. Thread-safe.
///
/// It names what stays, since Telegram adds kinds of messages every few weeks. The words of a
/// message that is replied to stay only if they may be stored, because a question can be about
/// them. What is handled without a restart in between has all of its update in memory.
public final class UpdateReducer {

    private static final Set<String> WORDS =
            Set.of("text", "entities", "caption", "caption_entities");
    private static final Set<String> FILE =
            Set.of(
                    "file_id",
                    "file_unique_id",
                    "file_name",
                    "file_size",
                    "mime_type",
                    "duration",
                    "length",
                    "width",
                    "height");
    private static final Set<String> MEDIA =
            Set.of("document", "voice", "video_note", "video", "audio", "animation");
    private static final Set<String> OWN_OBJECTS =
            Set.of("chat", "from", "sender_chat", "via_bot", "entities", "caption_entities");
    private static final Set<String> PLACE =
            Set.of(
                    "message_id",
                    "date",
                    "message_thread_id",
                    "is_topic_message",
                    "media_group_id",
                    "is_automatic_forward");
    private static final Set<String> PRESS =
            Set.of("id", "from", "data", "chat_instance", "inline_message_id");
    private static final Set<String> REACTION =
            Set.of("message_id", "date", "old_reaction", "new_reaction");
    private static final Set<String> CHAT = Set.of("id", "type", "title", "username", "is_forum");

    private final Predicate<GroupAuthor> mayStore;

    /// The author of words that were said in a group.
    ///
    /// @param authorId see [Author#id()]
    public record GroupAuthor(long chatId, String authorId) {}

    /// @param mayStore whether an author's words may be stored
    public UpdateReducer(Predicate<GroupAuthor> mayStore) {
        this.mayStore = mayStore;
    }

    /// Reduces an update; the original stays as it is.
    public JsonNode reduce(JsonNode update) {
        ObjectNode reduced = UpdateDecoder.JSON.createObjectNode();
        update.properties()
                .forEach(
                        field ->
                                reduced.set(
                                        field.getKey(), part(field.getKey(), field.getValue())));
        return reduced;
    }

    private JsonNode part(String kind, JsonNode part) {
        if (!part.isObject()) {
            return part;
        }
        return switch (kind) {
            case "message", "edited_message" ->
                    isPrivate(part) ? privateMessage(part) : groupMessage(part);
            case UpdateEnvelope.GUEST_MESSAGE -> guestMessage(part);
            case "callback_query" -> press(part);
            case "message_reaction" -> reaction(part);
            case "inline_query", "my_chat_member" -> part;
            default -> only(Set.of("chat", "from", "user", "date"), part);
        };
    }

    private static boolean isPrivate(JsonNode message) {
        return message.at("/chat/type").asText().equals("private");
    }

    /// In a private chat all is the user's own, but for what it answers or quotes.
    private JsonNode privateMessage(JsonNode message) {
        ObjectNode reduced = message.deepCopy();
        reduced.remove(Set.of("external_reply", "quote", "pinned_message"));
        return withReply(reduced, message);
    }

    private JsonNode groupMessage(JsonNode message) {
        ObjectNode reduced = only(OWN_OBJECTS, message);
        message.properties().stream()
                .filter(field -> field.getValue().isValueNode())
                .forEach(field -> reduced.set(field.getKey(), field.getValue()));
        WORDS.stream().map(reduced::get).forEach(UpdateReducer::withoutNames);
        MEDIA.stream()
                .filter(medium -> message.path(medium).isObject())
                .forEach(medium -> reduced.set(medium, only(FILE, message.path(medium))));
        if (message.path("photo").isArray()) {
            reduced.putArray("photo"); // that there is one
        }
        if (message.path("forward_origin").isObject()) {
            reduced.set(
                    "forward_origin",
                    message.path("is_automatic_forward").asBoolean()
                            ? message.path("forward_origin").deepCopy()
                            : hiddenOrigin(message));
        }
        return withReply(reduced, message);
    }

    /// Of a chat that the bot isn't in, only the question itself: not what it replies to, nor where
    /// and by whom it was asked but for their numbers.
    private static JsonNode guestMessage(JsonNode message) {
        ObjectNode reduced = only(WORDS, message);
        WORDS.stream().map(reduced::get).forEach(UpdateReducer::withoutNames);
        reduced.setAll(only(Set.of("guest_query_id", "message_id", "date"), message));
        reduced.set("chat", only(Set.of("id", "type"), message.path("chat")));
        ObjectNode asker = person(message.path("from"));
        reduced.set("from", asker.setAll(only(Set.of("language_code"), message.path("from"))));
        if (message.path("sender_chat").isObject()) {
            reduced.set("sender_chat", person(message.path("sender_chat")));
        }
        return reduced;
    }

    /// A mention by a link has the profile of the person, of which the number is enough.
    private static void withoutNames(JsonNode entities) {
        if (entities instanceof ArrayNode all) {
            all.forEach(
                    entity -> {
                        if (entity instanceof ObjectNode one && one.path("user").isObject()) {
                            one.set("user", person(one.path("user")));
                        }
                    });
        }
    }

    /// That a message is forwarded matters, but not from whom; unless it is from the group's own
    /// channel.
    private static ObjectNode hiddenOrigin(JsonNode message) {
        return UpdateDecoder.JSON
                .createObjectNode()
                .put("type", "hidden_user")
                .put("sender_user_name", "")
                .put("date", message.path("date").asLong());
    }

    private ObjectNode withReply(ObjectNode reduced, JsonNode message) {
        JsonNode target = message.path("reply_to_message");
        if (target.isObject()) {
            reduced.set("reply_to_message", repliedTo(target, isPrivate(message)));
        }
        return reduced;
    }

    private ObjectNode repliedTo(JsonNode target, boolean inPrivate) {
        ObjectNode reduced = only(PLACE, target);
        reduced.set("chat", only(CHAT, target.path("chat")));
        for (String author : Set.of("from", "sender_chat")) {
            if (target.path(author).isObject()) {
                reduced.set(author, person(target.path(author)));
            }
        }
        if (target.has("forum_topic_created")) {
            reduced.putObject("forum_topic_created").put("name", "").put("icon_color", 0);
        }
        if (target.path("document").isObject()) {
            reduced.putObject("document").setAll(only(FILE, target.path("document")));
            reduced.withObject("/document").remove("file_name");
        }
        boolean ofBot = target.at("/from/is_bot").asBoolean() && !target.has("sender_chat");
        if (!ofBot && (inPrivate || mayStore.test(author(target)))) {
            reduced.setAll(only(WORDS, target));
        }
        return reduced;
    }

    private static GroupAuthor author(JsonNode message) {
        JsonNode chat = message.at("/sender_chat/id");
        long author = chat.isMissingNode() ? message.at("/from/id").asLong() : chat.asLong();
        return new GroupAuthor(message.at("/chat/id").asLong(), Author.id(author));
    }

    private JsonNode press(JsonNode query) {
        ObjectNode reduced = only(PRESS, query);
        JsonNode message = query.path("message");
        if (message.isObject()) {
            ObjectNode place = only(PLACE, message);
            place.set("chat", only(CHAT, message.path("chat")));
            place.set("from", person(message.path("from")));
            place.setAll(only(Set.of("has_protected_content", "ephemeral_message_id"), message));
            reduced.set("message", withReply(place, message));
        }
        return reduced;
    }

    private static ObjectNode reaction(JsonNode change) {
        ObjectNode reduced = only(REACTION, change);
        reduced.set("chat", only(CHAT, change.path("chat")));
        if (change.path("user").isObject()) {
            reduced.set("user", person(change.path("user")));
        }
        return reduced;
    }

    private static ObjectNode person(JsonNode person) {
        ObjectNode reduced = only(Set.of("id", "is_bot", "type"), person);
        return person.has("type") ? reduced : reduced.put("first_name", "");
    }

    private static ObjectNode only(Set<String> fields, JsonNode object) {
        ObjectNode reduced = UpdateDecoder.JSON.createObjectNode();
        object.properties().stream()
                .filter(field -> fields.contains(field.getKey()))
                .forEach(field -> reduced.set(field.getKey(), field.getValue().deepCopy()));
        return reduced;
    }
}
