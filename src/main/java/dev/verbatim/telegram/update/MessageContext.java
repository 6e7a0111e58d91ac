package dev.verbatim.telegram.update;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The place that a message came from, and so where the reply goes.
///
/// @param messageId the message that the reply goes to: the one that came, or the one it pointed
///   at; for a button, the message that has the button; 0 when there is none
/// @param topicId the topic of the chat, in a chat that has topics
/// @param language of the user's app; [Locale#ROOT] when it isn't known
/// @param personId the user; the chat's own id for an admin of a group who stays anonymous
public record MessageContext(
        long chatId,
        int messageId,
        @Nullable Integer topicId,
        Locale language,
        long personId,
        ChatKind kind) {

    /// Whether the chat itself wrote: its only user, or an admin in the group's name.
    public boolean isTheChatItself() {
        return personId == chatId;
    }

    /// The private chat of that user.
    public MessageContext privateChat() {
        return new MessageContext(personId, 0, null, language, personId, ChatKind.PRIVATE);
    }

    /// The private chat of another user, in the same language.
    public MessageContext privateChatOf(long otherId) {
        return new MessageContext(otherId, 0, null, language, otherId, ChatKind.PRIVATE);
    }

    /// The same chat outside of any topic.
    public MessageContext withoutTopic() {
        return new MessageContext(chatId, messageId, null, language, personId, kind);
    }

    /// The same, with the reply going to another message.
    public MessageContext replyingTo(int otherMessageId) {
        return new MessageContext(chatId, otherMessageId, topicId, language, personId, kind);
    }

    /// The kinds of chats that Telegram has.
    public enum ChatKind {
        /// With one person.
        PRIVATE,
        /// A small group, which becomes a supergroup when it grows.
        GROUP,
        SUPERGROUP,
        /// Where only its admins write.
        CHANNEL;

        /// The kind that Telegram names so; empty when it is a new one.
        public static Optional<ChatKind> named(String type) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(type))
                    .findAny();
        }

        public boolean isGroup() {
            return this == GROUP || this == SUPERGROUP;
        }
    }
}
