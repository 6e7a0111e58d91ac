package dev.verbatim.telegram.update;

import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// A reader of the [MessageContext] of messages, buttons and joins.
final class MessageContextReader {

    private static final int NO_MESSAGE = 0;

    private MessageContextReader() {}

    /// The context of a message; empty when no user wrote it, and in a channel.
    static Optional<MessageContext> of(Message message) {
        return author(message)
                .flatMap(author -> at(message, author, language(message.getFrom())))
                .filter(context -> context.kind() != ChatKind.CHANNEL);
    }

    /// The context of a press of a button.
    static Optional<MessageContext> ofPress(MaybeInaccessibleMessage message, User person) {
        return at(message, person.getId(), language(person));
    }

    /// The context of what a user did in a chat.
    static Optional<MessageContext> in(Chat chat, User person) {
        return kind(chat)
                .map(
                        kind ->
                                new MessageContext(
                                        chat.getId(),
                                        NO_MESSAGE,
                                        null,
                                        language(person),
                                        person.getId(),
                                        kind));
    }

    static Locale language(@Nullable User person) {
        return person == null || person.getLanguageCode() == null
                ? Locale.ROOT
                : Locale.forLanguageTag(person.getLanguageCode());
    }

    /// The sender of a message in the name of a chat seems to be a bot of Telegram: in a group the
    /// chat comes first. The ids of such chats are below 0, so no message is taken for one of the
    /// user whose number it carries there.
    static Optional<Long> author(Message message) {
        Chat chat = message.getSenderChat();
        boolean isPrivate = kind(message.getChat()).filter(ChatKind.PRIVATE::equals).isPresent();
        if (chat != null && !isPrivate) {
            return Optional.ofNullable(chat.getId()).filter(id -> id < 0);
        }
        User person = message.getFrom();
        return person == null || Boolean.TRUE.equals(person.getIsBot())
                ? Optional.empty()
                : Optional.ofNullable(person.getId());
    }

    private static Optional<MessageContext> at(
            MaybeInaccessibleMessage message, long personId, Locale language) {
        Integer number = number(message);
        return number == null
                ? Optional.empty()
                : kind(message.getChat())
                        .map(
                                kind ->
                                        new MessageContext(
                                                message.getChat().getId(),
                                                number,
                                                topic(message),
                                                language,
                                                personId,
                                                kind));
    }

    /// A message that one user only sees has no number in the chat.
    private static @Nullable Integer number(MaybeInaccessibleMessage message) {
        return message instanceof Message accessible && accessible.getEphemeralMessageId() != null
                ? Integer.valueOf(NO_MESSAGE)
                : message.getMessageId();
    }

    private static Optional<ChatKind> kind(@Nullable Chat chat) {
        return chat == null || chat.getId() == null || chat.getType() == null
                ? Optional.empty()
                : ChatKind.named(chat.getType());
    }

    /// Unless Telegram marks it as a topic, the id is that of a thread of replies, which takes no
    /// messages.
    private static @Nullable Integer topic(MaybeInaccessibleMessage message) {
        return message instanceof Message accessible
                        && Boolean.TRUE.equals(accessible.getIsTopicMessage())
                ? accessible.getMessageThreadId()
                : null;
    }
}
