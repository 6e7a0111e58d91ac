package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.chat.MessageLinks;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.time.ZoneId;

/// The place where a catch-up is read.
///
/// @param zone of the times in it
/// @param personal whether one person reads it in their private chat; a group's catch-up shows
///   nothing that is for one person
/// @param view the number its buttons know it by
/// @param older whether there were more messages before those that were read
record RenderContext(
        MessageCatalog messages,
        ZoneId zone,
        MessageLinks links,
        boolean personal,
        long view,
        boolean older) {

    /// Whether messages are shown by replying to them, because they have no address.
    boolean jumps() {
        return !personal && links.kind() == ChatKind.GROUP;
    }
}
