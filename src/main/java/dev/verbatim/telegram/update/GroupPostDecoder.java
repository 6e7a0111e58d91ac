package dev.verbatim.telegram.update;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.ChatMessage.Media;
import dev.verbatim.telegram.update.DecodedUpdate.GroupPost;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// A decoder of what users write in groups, for the group's archive. Commands are meant for bots,
/// and messages of bots are not the group's: both are left out. The words of a forwarded message
/// are not those of the user who forwards it: only its links are kept. Of a picture, a file or a
/// voice message without words, only that it is one.
final class GroupPostDecoder {

    private GroupPostDecoder() {}

    /// Decodes what the archive may keep of an update; empty when there is nothing to keep.
    static Optional<GroupPost> decode(Update update) {
        Message message = message(update);
        return message == null || message.getDate() == null || message.getMessageId() == null
                ? Optional.empty()
                : author(message).flatMap(author -> decode(message, author));
    }

    /// Whether an update is a message of a group, of any author and content.
    static boolean isOfGroup(Update update) {
        Message message = message(update);
        return message != null && isGroup(message);
    }

    private static @Nullable Message message(Update update) {
        return update.getMessage() == null ? update.getEditedMessage() : update.getMessage();
    }

    private static boolean isGroup(Message message) {
        Chat chat = message.getChat();
        return chat != null
                && chat.getId() != null
                && chat.getType() != null
                && ChatKind.named(chat.getType()).filter(ChatKind::isGroup).isPresent();
    }

    private static Optional<GroupPost> decode(Message message, Author author) {
        Instant edited =
                message.getEditDate() == null ? null : Instant.ofEpochSecond(message.getEditDate());
        String text = isForwarded(message) ? "" : AddressedText.plainText(message);
        List<String> links = links(message);
        Media media = text.isEmpty() && links.isEmpty() ? media(message) : null;
        boolean silent = text.isEmpty() && links.isEmpty() && media == null;
        return silent || (edited == null && TypedCommand.in(text).isPresent())
                ? Optional.empty()
                : Optional.of(
                        new GroupPost(
                                message.getChat().getId(),
                                new ChatMessage(
                                        message.getMessageId(),
                                        topic(message),
                                        author,
                                        Instant.ofEpochSecond(message.getDate()),
                                        replyTo(message),
                                        text,
                                        text.isEmpty() ? Set.of() : mentions(message),
                                        links,
                                        0,
                                        media),
                                edited));
    }

    /// Nobody misses the words of a sticker or an animation.
    private static @Nullable Media media(Message message) {
        if (isForwarded(message) || message.getAnimation() != null) {
            return null;
        }
        if (message.getPhoto() != null) {
            return Media.PICTURE;
        }
        if (message.getVoice() != null || message.getVideoNote() != null) {
            return Media.VOICE;
        }
        boolean isFile =
                message.getDocument() != null
                        || message.getVideo() != null
                        || message.getAudio() != null;
        return isFile ? Media.FILE : null;
    }

    /// A channel's post is forwarded into its discussion group automatically, and stays the
    /// channel's.
    private static boolean isForwarded(Message message) {
        return message.getForwardOrigin() != null
                && !Boolean.TRUE.equals(message.getIsAutomaticForward());
    }

    /// A user who writes in the name of a chat counts as that chat.
    private static Optional<Author> author(Message message) {
        if (!isGroup(message) || message.getViaBot() != null) {
            return Optional.empty();
        }
        Chat chat = message.getSenderChat();
        if (chat != null) {
            return chat.getId() == null || chat.getId() >= 0
                    ? Optional.empty()
                    : Optional.of(
                            new Author(
                                    Author.id(chat.getId()),
                                    Objects.requireNonNullElse(chat.getTitle(), ""),
                                    chat.getUserName()));
        }
        return Optional.ofNullable(message.getFrom())
                .filter(person -> person.getId() != null)
                .filter(person -> !Boolean.TRUE.equals(person.getIsBot()))
                .map(GroupPostDecoder::author);
    }

    private static Author author(User person) {
        String name =
                Stream.of(person.getFirstName(), person.getLastName())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" "));
        return new Author(Author.id(person.getId()), name, person.getUserName());
    }

    /// Unless Telegram marks it as a topic, the id is that of a thread of replies.
    private static long topic(Message message) {
        return Boolean.TRUE.equals(message.getIsTopicMessage())
                        && message.getMessageThreadId() != null
                ? message.getMessageThreadId()
                : 0;
    }

    /// In a topic everything replies to the message that opened the topic.
    private static @Nullable Long replyTo(Message message) {
        Message target = message.getReplyToMessage();
        return target == null
                        || target.getMessageId() == null
                        || target.getForumTopicCreated() != null
                        || target.getMessageId() == topic(message)
                        || topic(target) != topic(message)
                ? null
                : Long.valueOf(target.getMessageId());
    }

    private static Set<String> mentions(Message message) {
        return AddressedText.entities(message).stream()
                .filter(mark -> "text_mention".equals(mark.getType()))
                .map(MessageEntity::getUser)
                .filter(person -> person != null && person.getId() != null)
                .map(person -> Author.id(person.getId()))
                .collect(Collectors.toSet());
    }

    private static List<String> links(Message message) {
        String text = AddressedText.plainText(message);
        return AddressedText.entities(message).stream()
                .filter(mark -> AddressedText.isWithin(mark, text))
                .map(mark -> link(mark, text))
                .filter(address -> !address.isBlank())
                .toList();
    }

    private static String link(MessageEntity mark, String text) {
        return switch (Objects.requireNonNullElse(mark.getType(), "")) {
            case "url" ->
                    text.substring(mark.getOffset(), mark.getOffset() + mark.getLength()).strip();
            case "text_link" -> Objects.requireNonNullElse(mark.getUrl(), "").strip();
            default -> "";
        };
    }
}
