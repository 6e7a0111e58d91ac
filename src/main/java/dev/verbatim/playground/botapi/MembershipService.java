package dev.verbatim.playground.botapi;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Who comes into chats and goes. Always under the world's lock.
final class MembershipService {

    private final FakeTelegram telegram;

    MembershipService(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    void open(SimulatedChat chat, PersonAccount creator, List<Account> members) {
        telegram.add(chat);
        chat.members().put(creator, MembershipStatus.CREATOR);
        String created = chat.type().word() + "_chat_created";
        telegram.messageService().service(chat, creator, JsonTrees.object().put(created, true));
        members.forEach(member -> admit(chat, member, creator));
    }

    void admit(SimulatedChat chat, Account who, Account by) {
        if (chat.membership(who).isInside()) {
            return;
        }
        change(chat, who, by, MembershipStatus.MEMBER);
        ObjectNode content = JsonTrees.object();
        content.putArray("new_chat_members").add(who.wire());
        telegram.messageService().service(chat, by, content);
    }

    void remove(SimulatedChat chat, Account who, Account by) {
        if (!chat.membership(who).isInside()) {
            return;
        }
        ObjectNode content = JsonTrees.object();
        content.set("left_chat_member", who.wire());
        telegram.messageService().service(chat, by, content);
        change(chat, who, by, who == by ? MembershipStatus.LEFT : MembershipStatus.KICKED);
    }

    void stand(SimulatedChat chat, Account who, Account by, MembershipStatus after) {
        if (chat.membership(who).isInside() && chat.membership(who) != after) {
            change(chat, who, by, after);
        }
    }

    /// Everyone goes over to a new chat with another number; in the old one there is nothing any
    /// more.
    SimulatedChat upgrade(SimulatedChat group) {
        SimulatedChat upgraded = telegram.supergroup(group.title());
        telegram.add(upgraded);
        upgraded.members().putAll(group.members());
        Account creator = group.inside().getFirst();
        service(group, creator, "migrate_to_chat_id", upgraded.id());
        group.setMigratedTo(upgraded);
        service(upgraded, creator, "migrate_from_chat_id", group.id());
        telegram.publish(new SimulationEvent.RoomChanged(upgraded));
        telegram.publish(new SimulationEvent.RoomChanged(group));
        return upgraded;
    }

    private void service(SimulatedChat chat, Account by, String field, long chatId) {
        telegram.messageService().service(chat, by, JsonTrees.object().put(field, chatId));
    }

    private void change(SimulatedChat chat, Account who, Account by, MembershipStatus after) {
        MembershipStatus before = chat.membership(who);
        chat.members().put(who, after);
        telegram.updateDispatcher().standing(chat, who, by, before, after);
        telegram.publish(new SimulationEvent.RoomChanged(chat));
    }
}
