package dev.verbatim.telegram.update;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where something came from, and so where the reply goes.
///
/// @param messageId the message that the reply goes to: the one that came, or the one it pointed
///   at; for a button, the message that has the button; 0 when there is none
/// @param topicId the topic of the chat, in a chat that has topics
/// @param language of the person's app; [Locale#ROOT] when it isn't known
/// @param personId who it was; the chat's own number for an admin of a group who stays unnamed
public record MessageContext(
        long chatId,
        int messageId,
        @Nullable Integer topicId,
        Locale language,
        long personId,
        ChatKind kind) {

    /// Whether the chat itself has spoken: its only person, or an admin in the group's name.
    public boolean isTheChatItself() {
        return personId == chatId;
    }

    /// The private chat of whoever it was.
    public MessageContext home() {
        return new MessageContext(personId, 0, null, language, personId, ChatKind.PRIVATE);
    }

    /// The same, but the reply goes to another message.
    public MessageContext at(int otherMessageId) {
        return new MessageContext(chatId, otherMessageId, topicId, language, personId, kind);
    }
}
