package dev.verbatim.playground.botapi;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A bot's descriptions, by language, and its commands, by scope and language. What is set for the
/// empty language holds for all languages that nothing else is set for.
final class BotProfile {

    static final String DESCRIPTION = "description";
    private static final String SHORT_DESCRIPTION = "short_description";

    private static final int COMMANDS = 100;
    private static final int COMMAND_DESCRIPTION = 256;
    private static final Pattern COMMAND = Pattern.compile("/?[a-z0-9_]{1,32}");
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2})?");
    private static final Set<String> SCOPES =
            Set.of(
                    "default",
                    "all_private_chats",
                    "all_group_chats",
                    "all_chat_administrators",
                    "chat",
                    "chat_administrators",
                    "chat_member");
    private static final Map<String, Integer> LIMITS =
            Map.of(DESCRIPTION, 512, SHORT_DESCRIPTION, 120);

    private final Map<String, String> texts = new HashMap<>();
    private final Map<Key, JsonNode> commands = new LinkedHashMap<>();

    /// The chats and users that see a list of commands.
    ///
    /// @param scope as [#scope] writes it
    record Key(String scope, String language) {}

    /// Adds the methods that set a bot's profile.
    static void registerIn(ApiMethods methods) {
        methods.add("setMyCommands", BotProfile::setCommands);
        methods.add("setMyDescription", (bot, call) -> setText(bot, call, DESCRIPTION));
        methods.add("setMyShortDescription", (bot, call) -> setText(bot, call, SHORT_DESCRIPTION));
    }

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

    private static JsonNode setText(BotAccount bot, CallParameters parameters, String kind) {
        String text = parameters.text(kind);
        if (text.length() > LIMITS.getOrDefault(kind, 0)) {
            throw ApiError.badRequest(kind.replace('_', ' ') + " is too long");
        }
        bot.profile().setText(kind, language(parameters), text);
        bot.publishChange();
        return ApiMethods.success();
    }

    /// An empty list deletes the commands of its scope and language.
    private static JsonNode setCommands(BotAccount bot, CallParameters parameters) {
        JsonNode commands = parameters.json("commands");
        if (commands.size() > COMMANDS) {
            throw ApiError.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        commands.forEach(BotProfile::check);
        bot.profile().setCommands(key(parameters), commands.deepCopy());
        bot.publishChange();
        return ApiMethods.success();
    }

    private static void check(JsonNode command) {
        if (!COMMAND.matcher(command.path("command").asString("")).matches()) {
            throw ApiError.badRequest("BOT_COMMAND_INVALID");
        }
        int length = command.path("description").asString("").length();
        if (length < 1 || length > COMMAND_DESCRIPTION) {
            throw ApiError.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
    }

    private static Key key(CallParameters parameters) {
        CallParameters scope = parameters.nested("scope");
        String type = scope.has("type") ? scope.text("type") : "default";
        if (!SCOPES.contains(type)) {
            throw ApiError.badRequest("can't parse BotCommandScope: unsupported type specified");
        }
        String where = scope(type, scope.number("chat_id"), scope.number("user_id"));
        return new Key(where, language(parameters));
    }

    private static String language(CallParameters parameters) {
        String language = parameters.text("language_code");
        if (!LANGUAGE.matcher(language).matches()) {
            throw ApiError.badRequest("invalid language code specified");
        }
        return language;
    }
}
