package dev.verbatim.playground.botapi;

import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes updates of what happens, for those bots that may know.
final class Dispatch {

    private final World world;

    Dispatch(World world) {
        this.world = world;
    }

    void post(Post post, boolean edited) {
        String kind =
                (edited ? "edited_" : "") + (post.room().isChannel() ? "channel_post" : "message");
        each(bot -> Privacy.sees(bot, post), kind, post.wire());
    }

    /// How somebody stands in a chat: to the bot that it is about, and to administrators who asked.
    void standing(Room room, Account who, Account by, Membership before, Membership after) {
        ObjectNode change = Json.object();
        change.set("chat", room.wire());
        change.set("from", by.wire());
        change.put("date", world.now());
        change.set("old_chat_member", before.wire(who, false));
        change.set("new_chat_member", after.wire(who, false));
        each(bot -> bot == who, "my_chat_member", change);
        each(bot -> room.membership(bot).isAdministrator(), "chat_member", change);
    }

    void reaction(Person person, Post post, String before, String after) {
        ObjectNode change = Json.object();
        change.set("chat", post.room().wire());
        change.put("message_id", post.id());
        change.set("user", person.wire());
        change.put("date", world.now());
        change.set("old_reaction", reactions(before));
        change.set("new_reaction", reactions(after));
        each(bot -> hearsReactions(bot, post), "message_reaction", change);
    }

    /// An update as it is.
    int add(Bot bot, ObjectNode content) {
        return world.doing(() -> told(bot, bot.updates().add(content)));
    }

    void add(Bot bot, String kind, JsonNode content) {
        if (bot.updates().wants(kind)) {
            told(bot, bot.updates().add(kind, content.deepCopy()));
        }
    }

    private int told(Bot bot, ObjectNode update) {
        world.tell(new Event.Delivered(bot, update.deepCopy(), world.clock().instant()));
        return update.path("update_id").asInt();
    }

    private void each(Predicate<Bot> chosen, String kind, JsonNode content) {
        world.bots().stream().filter(chosen).forEach(bot -> add(bot, kind, content));
    }

    private static boolean hearsReactions(Bot bot, Post post) {
        Room room = post.room();
        return room.bot().filter(bot::equals).isPresent() || room.membership(bot).isAdministrator();
    }

    private static ArrayNode reactions(String emoji) {
        ArrayNode reactions = Json.array();
        if (!emoji.isEmpty()) {
            reactions.addObject().put("type", "emoji").put("emoji", emoji);
        }
        return reactions;
    }
}
