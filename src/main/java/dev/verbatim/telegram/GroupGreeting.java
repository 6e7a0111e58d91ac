package dev.verbatim.telegram;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.update.Identity;

/// What a group is told when we come in: what we can do, what reaches us, and who can change that.
record GroupGreeting(Identity me) {

    /// @param asAdmin an admin reads all messages, whatever the bot is set to
    Reply reply(boolean asAdmin, MessageCatalog messages) {
        Phrase phrase =
                me.readsAll() || asAdmin
                        ? Phrase.GROUP_GREETING_ALL
                        : Phrase.GROUP_GREETING_ADDRESSED;
        return Reply.of(phrase.in(messages, me.userName()));
    }
}
