package dev.verbatim.telegram.chat;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A factory of links to a group's messages. Telegram has such links for supergroups and channels
/// only, and opens them for members.
///
/// @param userName of a public group, without the `@`
public record MessageLinks(long chatId, ChatKind kind, @Nullable String userName) {

    private static final String HOST = "https://t.me/";

    // What the Bot API puts before Telegram's own id of the chat.
    private static final String SUPERGROUP = "-100";

    /// Empty when Telegram has no link to it.
    public Optional<String> to(ChatMessage message) {
        return message.id() > 0
                ? chat().map(chat -> HOST + chat + topic(message) + "/" + message.id())
                : Optional.empty();
    }

    private Optional<String> chat() {
        String number = Long.toString(chatId);
        if (kind == ChatKind.PRIVATE || kind == ChatKind.GROUP) {
            return Optional.empty();
        }
        if (userName != null) {
            return Optional.of(userName);
        }
        return number.startsWith(SUPERGROUP) && number.length() > SUPERGROUP.length()
                ? Optional.of("c/" + Long.parseLong(number.substring(SUPERGROUP.length())))
                : Optional.empty();
    }

    private static String topic(ChatMessage message) {
        return message.topic() == 0 ? "" : "/" + message.topic();
    }
}
