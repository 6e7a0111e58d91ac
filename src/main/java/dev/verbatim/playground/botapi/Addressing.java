package dev.verbatim.playground.botapi;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Finds the chat, the message and the place that a call means, or refuses it in the order of the
/// real server.
final class Addressing {

    private final World world;

    Addressing(World world) {
        this.world = world;
    }

    /// A chat that the bot may know of.
    Room known(Bot bot, Parameters parameters, String name) {
        String id = parameters.text(name);
        if (id.isEmpty()) {
            throw Refusal.badRequest(name + " is empty");
        }
        return find(bot, id).orElseThrow(() -> Refusal.badRequest("chat not found"));
    }

    /// A chat that the bot may write into.
    Room writable(Bot bot, Parameters parameters) {
        Room room = known(bot, parameters, "chat_id");
        room.person().ifPresent(person -> checkPerson(bot, room, person));
        if (!room.isPrivate()) {
            checkGroup(bot, room);
        }
        return room;
    }

    /// A chat that the bot is in.
    Room entered(Bot bot, Parameters parameters) {
        Room room = known(bot, parameters, "chat_id");
        if (!room.isPrivate()) {
            checkInside(bot, room);
        }
        return room;
    }

    /// The message of a chat that is meant by `message_id`.
    Post message(Room room, Parameters parameters, String what) {
        Post post = room.find(parameters.whole("message_id", 0));
        if (post == null) {
            throw Refusal.badRequest("message to " + what + " not found");
        }
        return post;
    }

    private Optional<Room> find(Bot bot, String id) {
        if (id.startsWith("@")) {
            return world.rooms().stream()
                    .filter(room -> id.equalsIgnoreCase("@" + room.username()))
                    .findAny();
        }
        if (!id.matches("-?\\d{1,18}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(id);
        if (number > 0) {
            return world.person(number).map(person -> person.chatWith(bot));
        }
        return world.room(number).filter(room -> room.knows(bot) || !room.username().isEmpty());
    }

    private static void checkPerson(Bot bot, Room room, Person person) {
        if (person.isDeactivated()) {
            throw Refusal.forbidden("user is deactivated");
        }
        if (person.hasBlocked(bot)) {
            throw Refusal.forbidden("bot was blocked by the user");
        }
        if (!person.hasStarted(bot) && room.posts().isEmpty()) {
            throw Refusal.forbidden("bot can't initiate conversation with a user");
        }
    }

    private static void checkGroup(Bot bot, Room room) {
        checkInside(bot, room);
        if (room.membership(bot) == Membership.MUTED) {
            throw Refusal.badRequest("not enough rights to send text messages to the chat");
        }
    }

    private static void checkInside(Bot bot, Room room) {
        Room next = room.migratedTo();
        if (next != null) {
            throw Refusal.migrated(next.id());
        }
        if (room.isDeleted()) {
            throw Refusal.forbidden("the group chat was deleted");
        }
        String kind = room.type().word() + " chat";
        if (room.membership(bot) == Membership.KICKED) {
            throw Refusal.forbidden("bot was kicked from the " + kind);
        }
        if (!room.membership(bot).isInside()) {
            throw Refusal.forbidden("bot is not a member of the " + kind);
        }
    }

    /// Where a message goes: its topic, and what it replies to.
    Post.Place place(Room room, Parameters parameters) {
        int topic = parameters.whole("message_thread_id", 0);
        if (topic != 0 && !isThread(room, topic)) {
            throw Refusal.badRequest("message thread not found");
        }
        Parameters reply = reply(parameters);
        int replyTo = reply.whole("message_id", 0);
        if (replyTo == 0 || isElsewhere(reply, room)) {
            return new Post.Place(topic, 0, null);
        }
        Post target = room.find(replyTo);
        if (target == null) {
            if (!reply.flag("allow_sending_without_reply")) {
                throw Refusal.badRequest("message to be replied not found");
            }
            return new Post.Place(topic, 0, null);
        }
        int targets = topic == 0 ? Posting.topicOf(target) : topic;
        return new Post.Place(targets, replyTo, Quote.of(reply, target).orElse(null));
    }

    /// What a message in another chat is quoted by, if that is what is replied to.
    Optional<JsonNode> external(Bot bot, Room room, Parameters parameters) {
        Parameters reply = reply(parameters);
        if (!isElsewhere(reply, room)) {
            return Optional.empty();
        }
        Post target = message(known(bot, reply, "chat_id"), reply, "be replied");
        var external = Json.object().put("message_id", target.id());
        external.set("origin", Origin.of(target));
        external.set("chat", target.room().wire());
        return Optional.of(external);
    }

    private static boolean isElsewhere(Parameters reply, Room room) {
        return reply.has("chat_id") && !reply.text("chat_id").equals(String.valueOf(room.id()));
    }

    /// The older way says it in the call itself.
    private static Parameters reply(Parameters parameters) {
        if (!parameters.has("reply_to_message_id")) {
            return parameters.within("reply_parameters");
        }
        var values = Json.object();
        values.put("message_id", parameters.whole("reply_to_message_id", 0));
        values.put("allow_sending_without_reply", parameters.flag("allow_sending_without_reply"));
        return new Parameters(values, parameters.files());
    }

    private static boolean isThread(Room room, int topic) {
        Post first = room.find(topic);
        boolean comments = first != null && room.linked() != null;
        return room.topics().containsKey(topic) || comments;
    }
}
