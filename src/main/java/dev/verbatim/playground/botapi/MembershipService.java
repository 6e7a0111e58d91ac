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

    /// The status of an account in a chat.
    enum MembershipStatus {
        CREATOR("creator"),
        ADMINISTRATOR("administrator"),
        MEMBER("member"),
        MUTED("restricted"),
        LEFT("left"),
        KICKED("kicked");

        // The rights that every administrator has here.
        private static final List<String> RIGHTS =
                List.of(
                        "can_manage_chat",
                        "can_delete_messages",
                        "can_manage_video_chats",
                        "can_restrict_members",
                        "can_change_info",
                        "can_invite_users",
                        "can_pin_messages",
                        "can_manage_topics");
        private static final List<String> NO_RIGHTS =
                List.of(
                        "can_be_edited",
                        "can_promote_members",
                        "can_post_stories",
                        "can_edit_stories",
                        "can_delete_stories");
        private static final List<String> MUTED_RIGHTS =
                List.of(
                        "can_send_messages",
                        "can_send_audios",
                        "can_send_documents",
                        "can_send_photos",
                        "can_send_videos",
                        "can_send_video_notes",
                        "can_send_voice_notes",
                        "can_send_polls",
                        "can_send_other_messages",
                        "can_add_web_page_previews",
                        "can_change_info",
                        "can_invite_users",
                        "can_pin_messages",
                        "can_manage_topics");

        private final String word;

        MembershipStatus(String word) {
            this.word = word;
        }

        boolean isMember() {
            return this != LEFT && this != KICKED;
        }

        boolean isAdministrator() {
            return this == CREATOR || this == ADMINISTRATOR;
        }

        /// The `ChatMember` of the Bot API.
        ObjectNode toJson(Account account, boolean anonymous) {
            ObjectNode member = JsonTrees.object().put("status", word);
            member.set("user", account.toJson());
            switch (this) {
                case CREATOR -> member.put("is_anonymous", anonymous);
                case ADMINISTRATOR -> rights(member.put("is_anonymous", anonymous));
                case MUTED -> muted(member);
                case KICKED -> member.put("until_date", 0);
                case MEMBER, LEFT -> {}
            }
            return member;
        }

        private static void rights(ObjectNode member) {
            RIGHTS.forEach(right -> member.put(right, true));
            NO_RIGHTS.forEach(right -> member.put(right, false));
        }

        private static void muted(ObjectNode member) {
            member.put("is_member", true).put("until_date", 0);
            MUTED_RIGHTS.forEach(right -> member.put(right, false));
        }
    }
}
