package dev.verbatim.telegram;

import dev.verbatim.answer.Wording;

/// What a group is told when we come in: what we can do, what reaches us, and who can change that.
record Greeting(Identity me) {

    /// @param asAdmin an admin reads all messages, whatever the bot is set to
    Reply reply(boolean asAdmin, Wording wording) {
        Phrase phrase =
                me.readsAll() || asAdmin
                        ? Phrase.GROUP_GREETING_ALL
                        : Phrase.GROUP_GREETING_ADDRESSED;
        return Reply.of(phrase.in(wording, me.userName()));
    }
}
