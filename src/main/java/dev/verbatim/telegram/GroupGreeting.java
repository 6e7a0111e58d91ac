package dev.verbatim.telegram;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.BotIdentity;

/// A renderer of the greeting for a group that the bot has joined: what it can do, which messages
/// it sees, and who can change that.
record GroupGreeting(BotIdentity me) {

    /// @param asAdmin an admin reads all messages, whatever the bot is set to
    ReplyMessage reply(boolean asAdmin, MessageCatalog messages) {
        MessageKey messageKey =
                me.readsAll() || asAdmin
                        ? MessageKey.GROUP_GREETING_ALL
                        : MessageKey.GROUP_GREETING_ADDRESSED;
        return ReplyMessage.of(messageKey.in(messages, me.userName()));
    }
}
