package dev.verbatim.playground.botapi;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Who comes into chats and goes. Always under the world's lock.
final class Doors {

    private final World world;

    Doors(World world) {
        this.world = world;
    }

    void open(Room room, Person creator, List<Account> members) {
        world.add(room);
        room.members().put(creator, Membership.CREATOR);
        String created =
                Map.of(
                                Room.Type.SUPERGROUP, "supergroup_chat_created",
                                Room.Type.CHANNEL, "channel_chat_created")
                        .getOrDefault(room.type(), "group_chat_created");
        world.posting().service(room, creator, Json.object().put(created, true));
        members.forEach(member -> admit(room, member, creator));
    }

    void admit(Room room, Account who, Account by) {
        if (room.membership(who).isInside()) {
            return;
        }
        boolean adminOnly = room.isChannel() && who instanceof Bot;
        change(room, who, by, adminOnly ? Membership.ADMINISTRATOR : Membership.MEMBER);
        if (!room.isChannel()) {
            ObjectNode content = Json.object();
            content.putArray("new_chat_members").add(who.wire());
            world.posting().service(room, by, content);
        }
    }

    void remove(Room room, Account who, Account by) {
        if (!room.membership(who).isInside()) {
            return;
        }
        if (!room.isChannel()) {
            ObjectNode content = Json.object();
            content.set("left_chat_member", who.wire());
            world.posting().service(room, by, content);
        }
        change(room, who, by, who == by ? Membership.LEFT : Membership.KICKED);
    }

    void stand(Room room, Account who, Account by, Membership after) {
        if (room.membership(who).isInside() && room.membership(who) != after) {
            change(room, who, by, after);
        }
    }

    /// Everyone goes over to a new chat with another number; in the old one there is nothing any
    /// more.
    Room upgrade(Room group) {
        Room upgraded = world.supergroup(group.title());
        world.add(upgraded);
        upgraded.members().putAll(group.members());
        Account creator = group.inside().getFirst();
        service(group, creator, "migrate_to_chat_id", upgraded.id());
        group.setMigratedTo(upgraded);
        service(upgraded, creator, "migrate_from_chat_id", group.id());
        world.tell(new Event.RoomChanged(upgraded));
        world.tell(new Event.RoomChanged(group));
        return upgraded;
    }

    private void service(Room room, Account by, String field, long chatId) {
        world.posting().service(room, by, Json.object().put(field, chatId));
    }

    private void change(Room room, Account who, Account by, Membership after) {
        Membership before = room.membership(who);
        room.members().put(who, after);
        world.dispatch().standing(room, who, by, before, after);
        world.tell(new Event.RoomChanged(room));
    }
}
