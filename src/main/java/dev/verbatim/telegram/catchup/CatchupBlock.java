package dev.verbatim.telegram.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.telegram.message.Composition;
import dev.verbatim.telegram.message.Reply;
import java.util.List;

/// Lines of a catch-up that stay together on a page.
///
/// @param messages that they quote
record CatchupBlock(Reply lines, List<ChatMessage> messages) {

    CatchupBlock {
        messages = List.copyOf(messages);
    }

    static CatchupBlock of(Composition lines, ChatMessage message) {
        return of(lines, List.of(message));
    }

    static CatchupBlock of(Composition lines, List<ChatMessage> messages) {
        return new CatchupBlock(lines.reply(), messages);
    }
}
