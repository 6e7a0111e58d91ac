package dev.verbatim.playground;

import dev.verbatim.playground.botapi.Account;
import dev.verbatim.playground.botapi.DraftMessage;
import dev.verbatim.playground.botapi.FakeTelegram;
import dev.verbatim.playground.botapi.PersonAccount;
import dev.verbatim.playground.botapi.SimulatedChat;
import dev.verbatim.playground.botapi.SimulatedMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes a group of a chat that Telegram Desktop has exported.
///
/// Its members get accounts, the bot is an administrator before the first message, and then every
/// message is sent again with its own date. Only texts, their entities and replies are imported.
final class DesktopExportImporter {

    private static final int MAX_MESSAGES = 20_000;
    private static final Pattern NUMBER = Pattern.compile("(?:user|channel)?(\\d{1,15})");
    private static final Set<String> ENTITY_TYPES =
            Set.of(
                    "bold",
                    "italic",
                    "underline",
                    "strikethrough",
                    "spoiler",
                    "code",
                    "pre",
                    "blockquote",
                    "text_link");

    private final Playground playground;
    private final FakeTelegram telegram;
    private final Map<Integer, SimulatedMessage> posts = new HashMap<>();

    DesktopExportImporter(Playground playground) {
        this.playground = playground;
        telegram = playground.telegram();
    }

    /// @throws IllegalArgumentException when the file is no such export
    SimulatedChat importGroup(JsonNode file) {
        JsonNode messages = file.path("messages");
        if (!messages.isArray()) {
            throw new IllegalArgumentException(
                    "No messages in it: this wants the result.json of one chat, exported by"
                            + " Telegram Desktop as \"machine-readable JSON\".");
        }
        if (messages.size() > MAX_MESSAGES) {
            throw new IllegalArgumentException(
                    "%d messages are more than the %d that fit here: export a shorter time."
                            .formatted(messages.size(), MAX_MESSAGES));
        }
        PersonAccount editor = playground.users().getFirst();
        SimulatedChat chat = telegram.supergroup(title(file), editor, others());
        chat.promote(playground.bot(), editor);
        messages.forEach(message -> send(chat, message));
        return chat;
    }

    private Account[] others() {
        return Stream.concat(playground.users().stream().skip(1), Stream.of(playground.bot()))
                .toArray(Account[]::new);
    }

    private static String title(JsonNode file) {
        String name = file.path("name").asString("");
        return name.isBlank() ? "Conversation" : name;
    }

    private void send(SimulatedChat chat, JsonNode message) {
        ObjectNode content = content(message);
        if (!message.path("type").asString("").equals("message")
                || content.path("text").asString("").isBlank()) {
            return;
        }
        PersonAccount person = person(message);
        chat.addMember(person, person);
        SimulatedMessage target = posts.get(message.path("reply_to_message_id").asInt(0));
        DraftMessage draft = DraftMessage.content(content).dated(date(message));
        SimulatedMessage simulatedMessage =
                person.send(chat, target == null ? draft : draft.replyingTo(target));
        posts.put(message.path("id").asInt(0), simulatedMessage);
    }

    /// A user who is known here keeps their account, so an export of the playground is imported as
    /// it was.
    private PersonAccount person(JsonNode message) {
        var number = NUMBER.matcher(message.path("from_id").asString(""));
        long id = number.matches() ? Long.parseLong(number.group(1)) : 1;
        String name = message.path("from").asString("");
        return telegram.person(id)
                .orElseGet(() -> telegram.person(id, name.isBlank() ? "Deleted account" : name));
    }

    private static long date(JsonNode message) {
        return message.path("date_unixtime").asLong(0);
    }

    private static ObjectNode content(JsonNode message) {
        JsonNode parts = message.path("text_entities");
        JsonNode said = parts.isArray() ? parts : message.path("text");
        var text = new StringBuilder();
        ArrayNode entities = JsonNodeFactory.instance.arrayNode();
        if (said.isString()) {
            text.append(said.asString());
        }
        for (JsonNode part : said) {
            String words = part.isString() ? part.asString() : part.path("text").asString("");
            if (ENTITY_TYPES.contains(part.path("type").asString("")) && !words.isEmpty()) {
                entities.add(entity(part, text.length(), words.length()));
            }
            text.append(words);
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("text", text.toString());
        if (!entities.isEmpty()) {
            content.set("entities", entities);
        }
        return content;
    }

    private static ObjectNode entity(JsonNode part, int offset, int length) {
        ObjectNode entity = JsonNodeFactory.instance.objectNode();
        entity.put("type", part.path("type").asString(""));
        entity.put("offset", offset).put("length", length);
        if (part.has("href")) {
            entity.put("url", part.path("href").asString(""));
        }
        return entity;
    }
}
