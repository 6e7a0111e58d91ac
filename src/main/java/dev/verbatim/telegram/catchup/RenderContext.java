package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.chat.MessageLinks;
import dev.verbatim.telegram.update.ChatKind;
import java.time.ZoneId;

/// Where a catch-up is read.
///
/// @param zone of the times in it
/// @param reader whose it is: a group's shows nothing that is for one person
/// @param view the number its buttons know it by
/// @param older whether there were more messages before those that were read
record RenderContext(
        MessageCatalog messages,
        ZoneId zone,
        MessageLinks links,
        Audience reader,
        long view,
        boolean older) {

    /// Who reads it.
    enum Audience {
        /// The group itself, where a message without an address can be replied to.
        GROUP,
        /// One of its people, in their private chat.
        PERSON
    }

    boolean isPersonal() {
        return reader == Audience.PERSON;
    }

    /// Whether messages are pointed at by replying to them, because nothing else leads there.
    boolean jumps() {
        return reader == Audience.GROUP && links.kind() == ChatKind.GROUP;
    }
}
