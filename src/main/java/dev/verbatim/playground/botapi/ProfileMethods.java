package dev.verbatim.playground.botapi;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a bot says of itself: its commands, name and descriptions.
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
            Map.of(Profile.NAME, 64, Profile.DESCRIPTION, 512, Profile.SHORT_DESCRIPTION, 120);

    private final World world;

    ProfileMethods(World world) {
        this.world = world;
    }

    void addTo(Methods methods) {
        methods.add("setMyCommands", this::setCommands);
        methods.add("getMyCommands", (bot, call) -> bot.profile().commands(key(call)));
        methods.add("deleteMyCommands", this::deleteCommands);
        text(methods, "Name", Profile.NAME);
        text(methods, "Description", Profile.DESCRIPTION);
        text(methods, "ShortDescription", Profile.SHORT_DESCRIPTION);
    }

    private void text(Methods methods, String name, String kind) {
        methods.add("setMy" + name, (bot, call) -> setText(bot, call, kind));
        methods.add(
                "getMy" + name,
                (bot, call) -> Json.object().put(kind, bot.profile().text(kind, language(call))));
    }

    private JsonNode setText(Bot bot, Parameters parameters, String kind) {
        String text = parameters.text(kind);
        if (text.length() > LIMITS.getOrDefault(kind, 0)) {
            throw Refusal.badRequest(kind.replace('_', ' ') + " is too long");
        }
        bot.profile().setText(kind, language(parameters), text);
        world.tell(new Event.BotChanged(bot));
        return Methods.done();
    }

    private JsonNode setCommands(Bot bot, Parameters parameters) {
        JsonNode commands = parameters.tree("commands");
        if (commands.size() > COMMANDS) {
            throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        commands.forEach(ProfileMethods::check);
        Profile.Key key = key(parameters);
        if (commands.isEmpty()) {
            bot.profile().deleteCommands(key);
        } else {
            bot.profile().setCommands(key, commands.deepCopy());
        }
        world.tell(new Event.BotChanged(bot));
        return Methods.done();
    }

    private static void check(JsonNode command) {
        if (!COMMAND.matcher(command.path("command").asString("")).matches()) {
            throw Refusal.badRequest("BOT_COMMAND_INVALID");
        }
        int length = command.path("description").asString("").length();
        if (length < 1 || length > COMMAND_DESCRIPTION) {
            throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
    }

    private JsonNode deleteCommands(Bot bot, Parameters parameters) {
        bot.profile().deleteCommands(key(parameters));
        world.tell(new Event.BotChanged(bot));
        return Methods.done();
    }

    private static Profile.Key key(Parameters parameters) {
        Parameters scope = parameters.within("scope");
        String type = scope.has("type") ? scope.text("type") : "default";
        if (!SCOPES.contains(type)) {
            throw Refusal.badRequest("can't parse BotCommandScope: unsupported type specified");
        }
        String where = Profile.scope(type, scope.number("chat_id"), scope.number("user_id"));
        return new Profile.Key(where, language(parameters));
    }

    private static String language(Parameters parameters) {
        String language = parameters.text("language_code");
        if (!LANGUAGE.matcher(language).matches()) {
            throw Refusal.badRequest("invalid language code specified");
        }
        return language;
    }
}
