package dev.verbatim.telegram;

import dev.verbatim.telegram.delivery.Turn;

/// Whether all that is said in a group reaches us, or only what is addressed to us.
record Hearing(Self self, GroupChats chats) {

    /// A setting of the bot's lets it hear everything, and so does being an admin of the group.
    boolean hearsAll(long chatId, Turn turn) {
        Identity me = self.renewed(turn);
        return me.readsAll() || chats.isAdmin(chatId, me.id(), turn);
    }
}
