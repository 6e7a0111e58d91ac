package dev.verbatim.telegram.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.ReplyMessage;
import java.util.List;

/// Lines of a catch-up that stay together on a page.
///
/// @param messages that they quote
record CatchupBlock(ReplyMessage lines, List<ChatMessage> messages) {

    CatchupBlock {
        messages = List.copyOf(messages);
    }

    static CatchupBlock of(MessageBuilder lines, ChatMessage message) {
        return of(lines, List.of(message));
    }

    static CatchupBlock of(MessageBuilder lines, List<ChatMessage> messages) {
        return new CatchupBlock(lines.build(), messages);
    }
}
