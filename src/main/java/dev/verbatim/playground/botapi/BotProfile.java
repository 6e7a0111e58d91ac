package dev.verbatim.playground.botapi;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A bot's descriptions, by language, and its commands, by scope and language. What is set for the
/// empty language holds for all languages that nothing else is set for.
final class BotProfile {

    static final String DESCRIPTION = "description";
    static final String SHORT_DESCRIPTION = "short_description";

    private final Map<String, String> texts = new HashMap<>();
    private final Map<Key, JsonNode> commands = new LinkedHashMap<>();

    /// The chats and users that see a list of commands.
    ///
    /// @param scope as [#scope] writes it
    record Key(String scope, String language) {}

    /// An empty text removes it.
    void setText(String kind, String language, String text) {
        if (text.isEmpty()) {
            texts.remove(kind + " " + language);
        } else {
            texts.put(kind + " " + language, text);
        }
    }

    /// In this language, or for all; empty when there is none.
    String text(String kind, String language) {
        String forAll = texts.getOrDefault(kind + " ", "");
        return texts.getOrDefault(kind + " " + language, forAll);
    }

    /// An empty list removes them.
    void setCommands(Key key, JsonNode list) {
        if (list.isEmpty()) {
            commands.remove(key);
        } else {
            commands.put(key, list);
        }
    }

    /// The narrowest scope that has any, and in it the person's language before that of all.
    JsonNode commandsFor(PersonAccount person, SimulatedChat simulatedChat) {
        return scopes(person, simulatedChat).stream()
                .flatMap(scope -> Stream.of(new Key(scope, person.language()), new Key(scope, "")))
                .filter(commands::containsKey)
                .findFirst()
                .map(commands::get)
                .orElse(JsonTrees.array());
    }

    static String scope(String type, long chatId, long userId) {
        return switch (type) {
            case "chat", "chat_administrators" -> type + " " + chatId;
            case "chat_member" -> type + " " + chatId + " " + userId;
            default -> type;
        };
    }

    private static List<String> scopes(PersonAccount person, SimulatedChat simulatedChat) {
        String chat = scope("chat", simulatedChat.id(), 0);
        if (simulatedChat.isPrivate()) {
            return List.of(chat, "all_private_chats", "default");
        }
        String member = scope("chat_member", simulatedChat.id(), person.id());
        return simulatedChat.statusOf(person).isAdministrator()
                ? List.of(
                        member,
                        scope("chat_administrators", simulatedChat.id(), 0),
                        chat,
                        "all_chat_administrators",
                        "all_group_chats",
                        "default")
                : List.of(member, chat, "all_group_chats", "default");
    }
}
