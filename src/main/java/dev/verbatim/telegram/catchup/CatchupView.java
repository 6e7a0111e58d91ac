package dev.verbatim.telegram.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.MessageRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A catch-up that was shown: which messages it is of. What it says is made anew each time, so that
/// a message that was changed or deleted since is shown changed, or not at all.
///
/// @param id ours; never negative
/// @param chatId where it is shown: the group itself, or somebody's private chat
/// @param topicId missing for all topics
record CatchupView(
        long id,
        long chatId,
        long groupId,
        @Nullable Long topicId,
        long firstMessage,
        long lastMessage) {

    /// @param messages at least one, the oldest first
    static CatchupView of(
            long id,
            long chatId,
            long groupId,
            @Nullable Long topicId,
            List<ChatMessage> messages) {
        return new CatchupView(
                id, chatId, groupId, topicId, messages.getFirst().id(), messages.getLast().id());
    }

    MessageRange range() {
        MessageRange range = MessageRange.ALL.after(firstMessage - 1).before(lastMessage + 1);
        return topicId == null ? range : range.inTopic(topicId);
    }
}
