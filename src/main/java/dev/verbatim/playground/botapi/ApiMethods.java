package dev.verbatim.playground.botapi;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/// All methods there are, by their names, in which case doesn't count.
final class ApiMethods {

    private final Map<String, ApiMethod> methods = new HashMap<>();
    private final FakeTelegram telegram;
    private final UpdateMethods updates;

    ApiMethods(FakeTelegram telegram) {
        this.telegram = telegram;
        updates = new UpdateMethods(this);
        var chatResolver = new ChatResolver(telegram);
        add("getMe", (bot, _) -> bot.self());
        updates.addTo(this);
        new SendingMethods(telegram, chatResolver).addTo(this);
        new MessageMethods(telegram, chatResolver).addTo(this);
        new ChatMethods(telegram, chatResolver).addTo(this);
        new ProfileMethods(telegram).addTo(this);
        new QueryMethods(telegram).addTo(this);
    }

    void add(String name, ApiMethod method) {
        methods.put(lower(name), method);
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static JsonNode done() {
        return BooleanNode.TRUE;
    }

    Clock clock() {
        return telegram.clock();
    }

    /// The result. A poll waits, so it is the one that doesn't hold the world's lock.
    JsonNode call(BotAccount bot, String name, CallParameters parameters)
            throws InterruptedException {
        if (lower(name).equals("getupdates")) {
            return updates.poll(bot, parameters);
        }
        ApiMethod method = methods.get(lower(name));
        if (method == null) {
            throw ApiError.unknownMethod();
        }
        return telegram.doing(() -> method.call(bot, parameters));
    }
}
