package dev.verbatim.telegram.update;

import dev.verbatim.telegram.update.Incoming.ChannelPost;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginChannel;

/// A reader of where a forwarded message was posted.
final class ChannelPostReader {

    private static final String ADDRESS = "https://t.me/";

    // What the Bot API puts before the number of a channel.
    private static final String PREFIX = "-100";

    private ChannelPostReader() {}

    /// Empty for what is no post of a channel.
    static Optional<ChannelPost> of(Message message) {
        return message.getForwardOrigin() instanceof MessageOriginChannel origin
                        && origin.getChat() != null
                        && origin.getChat().getId() != null
                        && origin.getMessageId() != null
                        && origin.getDate() != null
                ? Optional.of(post(origin))
                : Optional.empty();
    }

    private static ChannelPost post(MessageOriginChannel origin) {
        Chat channel = origin.getChat();
        String title = Objects.requireNonNullElse(channel.getTitle(), "").strip();
        String name = Objects.requireNonNullElse(channel.getUserName(), "");
        return new ChannelPost(
                title.isEmpty() ? name : title,
                origin.getAuthorSignature(),
                Instant.ofEpochSecond(origin.getDate()),
                ADDRESS + place(channel.getId(), name) + "/" + origin.getMessageId());
    }

    /// A private channel has a number in place of a name; its members can follow the link.
    private static String place(long id, String name) {
        String number = Long.toString(id);
        return name.isEmpty()
                ? "c/" + (number.startsWith(PREFIX) ? number.substring(PREFIX.length()) : number)
                : name;
    }
}
