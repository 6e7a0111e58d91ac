package dev.verbatim.telegram.update;

import dev.verbatim.group.ChatMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An update after decoding: all that later steps know of it, without Telegram's types.
///
/// It is made once, when the update arrives, and travels in memory to the worker that handles it.
/// After a restart [UpdateDecoder] makes it again from the JSON in the inbox.
///
/// @param groupMessage whether it is a message of a group, of which nothing may be stored without
///   the group's consent; the notice that a group has become a supergroup is none
/// @param post what the group's archive may keep of it; missing when there is nothing to keep
public record DecodedUpdate(
        UpdateEnvelope envelope,
        Incoming incoming,
        boolean groupMessage,
        @Nullable GroupPost post) {

    /// Whether a user waits for a reply. Only such updates count against the limit of questions.
    public boolean wantsReply() {
        return incoming instanceof Incoming.Addressed || incoming instanceof Incoming.GuestAsked;
    }

    /// Whether it asks something by itself, so that its reply doesn't depend on what came before.
    public boolean isQuestion() {
        return incoming instanceof Incoming.Asked;
    }

    /// The album that a picture or file without words belongs to: one of its neighbours may have
    /// the words. Missing for all else.
    public @Nullable String albumOfWordless() {
        return incoming instanceof Incoming.Chatted ? envelope.albumId() : null;
    }

    /// A message that a user wrote in a group, to anyone.
    ///
    /// @param editedAt when it was changed to this; missing when it is new
    public record GroupPost(long chatId, ChatMessage message, @Nullable Instant editedAt) {}
}
