package dev.verbatim.playground.botapi;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/// All methods there are, by their names, in which case doesn't count.
final class Methods {

    private final Map<String, Method> methods = new HashMap<>();
    private final World world;
    private final UpdateMethods updates;

    Methods(World world) {
        this.world = world;
        updates = new UpdateMethods(this);
        var addressing = new Addressing(world);
        add("getMe", (bot, _) -> bot.self());
        updates.addTo(this);
        new SendingMethods(world, addressing).addTo(this);
        new MessageMethods(world, addressing).addTo(this);
        new ChatMethods(world, addressing).addTo(this);
        new ProfileMethods(world).addTo(this);
        new QueryMethods(world).addTo(this);
    }

    void add(String name, Method method) {
        methods.put(lower(name), method);
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static JsonNode done() {
        return BooleanNode.TRUE;
    }

    Clock clock() {
        return world.clock();
    }

    /// The result. A poll waits, so it is the one that doesn't hold the world's lock.
    JsonNode call(Bot bot, String name, Parameters parameters) throws InterruptedException {
        if (lower(name).equals("getupdates")) {
            return updates.poll(bot, parameters);
        }
        Method method = methods.get(lower(name));
        if (method == null) {
            throw Refusal.unknownMethod();
        }
        return world.doing(() -> method.call(bot, parameters));
    }
}
