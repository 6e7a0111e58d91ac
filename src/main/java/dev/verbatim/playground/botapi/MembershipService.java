package dev.verbatim.playground.botapi;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A service that creates groups and changes their members. Runs under the simulation's lock.
final class MembershipService {

    private final FakeTelegram telegram;

    MembershipService(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    void create(SimulatedChat chat, PersonAccount creator, List<Account> members) {
        telegram.add(chat);
        chat.members().put(creator, MembershipStatus.CREATOR);
        String created = chat.type().word() + "_chat_created";
        telegram.messageService()
                .sendServiceMessage(chat, creator, JsonTrees.object().put(created, true));
        members.forEach(member -> addMember(chat, member, creator));
    }

    void addMember(SimulatedChat chat, Account who, Account by) {
        if (chat.statusOf(who).isMember()) {
            return;
        }
        change(chat, who, by, MembershipStatus.MEMBER);
        ObjectNode content = JsonTrees.object();
        content.putArray("new_chat_members").add(who.toJson());
        telegram.messageService().sendServiceMessage(chat, by, content);
    }

    void removeMember(SimulatedChat chat, Account who, Account by) {
        if (!chat.statusOf(who).isMember()) {
            return;
        }
        ObjectNode content = JsonTrees.object();
        content.set("left_chat_member", who.toJson());
        telegram.messageService().sendServiceMessage(chat, by, content);
        change(chat, who, by, who == by ? MembershipStatus.LEFT : MembershipStatus.KICKED);
    }

    void changeStatus(SimulatedChat chat, Account who, Account by, MembershipStatus after) {
        if (chat.statusOf(who).isMember() && chat.statusOf(who) != after) {
            change(chat, who, by, after);
        }
    }

    /// Moves all members to a new chat with another id; the old one can't be used any more.
    SimulatedChat upgrade(SimulatedChat group) {
        SimulatedChat upgraded = telegram.supergroup(group.title());
        telegram.add(upgraded);
        upgraded.members().putAll(group.members());
        Account creator = group.currentMembers().getFirst();
        service(group, creator, "migrate_to_chat_id", upgraded.id());
        group.setMigratedTo(upgraded);
        service(upgraded, creator, "migrate_from_chat_id", group.id());
        telegram.publish(new SimulationEvent.ChatChanged(upgraded));
        telegram.publish(new SimulationEvent.ChatChanged(group));
        return upgraded;
    }

    private void service(SimulatedChat chat, Account by, String field, long chatId) {
        telegram.messageService()
                .sendServiceMessage(chat, by, JsonTrees.object().put(field, chatId));
    }

    private void change(SimulatedChat chat, Account who, Account by, MembershipStatus after) {
        MembershipStatus before = chat.statusOf(who);
        chat.members().put(who, after);
        telegram.updateDispatcher().membershipChanged(chat, who, by, before, after);
        telegram.publish(new SimulationEvent.ChatChanged(chat));
    }
}
