package dev.verbatim.playground.botapi;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The Bot API methods that set a bot's commands and descriptions.
final class ProfileMethods {

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
            Map.of(BotProfile.DESCRIPTION, 512, BotProfile.SHORT_DESCRIPTION, 120);

    private final FakeTelegram telegram;

    ProfileMethods(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    void registerIn(ApiMethods methods) {
        methods.add("setMyCommands", this::setCommands);
        methods.add("setMyDescription", (bot, call) -> setText(bot, call, BotProfile.DESCRIPTION));
        methods.add(
                "setMyShortDescription",
                (bot, call) -> setText(bot, call, BotProfile.SHORT_DESCRIPTION));
    }

    private JsonNode setText(BotAccount bot, CallParameters parameters, String kind) {
        String text = parameters.text(kind);
        if (text.length() > LIMITS.getOrDefault(kind, 0)) {
            throw ApiError.badRequest(kind.replace('_', ' ') + " is too long");
        }
        bot.profile().setText(kind, language(parameters), text);
        telegram.publish(new SimulationEvent.BotChanged(bot));
        return ApiMethods.success();
    }

    /// An empty list deletes the commands of its scope and language.
    private JsonNode setCommands(BotAccount bot, CallParameters parameters) {
        JsonNode commands = parameters.json("commands");
        if (commands.size() > COMMANDS) {
            throw ApiError.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        commands.forEach(ProfileMethods::check);
        bot.profile().setCommands(key(parameters), commands.deepCopy());
        telegram.publish(new SimulationEvent.BotChanged(bot));
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

    private static BotProfile.Key key(CallParameters parameters) {
        CallParameters scope = parameters.nested("scope");
        String type = scope.has("type") ? scope.text("type") : "default";
        if (!SCOPES.contains(type)) {
            throw ApiError.badRequest("can't parse BotCommandScope: unsupported type specified");
        }
        String where = BotProfile.scope(type, scope.number("chat_id"), scope.number("user_id"));
        return new BotProfile.Key(where, language(parameters));
    }

    private static String language(CallParameters parameters) {
        String language = parameters.text("language_code");
        if (!LANGUAGE.matcher(language).matches()) {
            throw ApiError.badRequest("invalid language code specified");
        }
        return language;
    }
}
