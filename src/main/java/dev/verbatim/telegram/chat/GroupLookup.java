package dev.verbatim.telegram.chat;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.telegram.delivery.ApiResult;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import dev.verbatim.telegram.update.UpdateDecoder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;

/// A lookup of groups and their members on Telegram. Nothing is cached: a user who has just left a
/// group reads nothing of it any more.
public final class GroupLookup {

    private static final String SUPERGROUP = "-100";

    /// A group.
    ///
    /// @param title the current one
    /// @param forum whether it has topics
    /// @param protectedContent whether nothing may be forwarded or saved from there
    public record Group(
            String title, MessageLinks links, boolean forum, boolean protectedContent) {}

    /// The group; when Telegram doesn't answer, what its id tells, and the more careful choice.
    public Group group(long chatId, ReplyTransaction transaction) {
        return switch (transaction.callNow(
                "asking about a group", chatId, new GetChat(text(chatId)))) {
            case ApiResult.Delivered(ChatFullInfo found) when found != null -> group(chatId, found);
            case ApiResult.Delivered<?> _,
                    ApiResult.Rejected<?> _,
                    ApiResult.Unwelcome<?> _,
                    ApiResult.Moved<?> _,
                    ApiResult.Undelivered<?> _ ->
                    new Group(
                            text(chatId),
                            new MessageLinks(chatId, kind(chatId), null),
                            false,
                            true);
        };
    }

    private static Group group(long chatId, ChatFullInfo found) {
        ChatKind kind =
                Optional.ofNullable(found.getType())
                        .flatMap(ChatKind::named)
                        .orElseGet(() -> kind(chatId));
        return new Group(
                MessageCatalog.name(Objects.requireNonNullElse(found.getTitle(), ""), text(chatId)),
                new MessageLinks(chatId, kind, found.getUserName()),
                Boolean.TRUE.equals(found.getIsForum()),
                Boolean.TRUE.equals(found.getHasProtectedContent()));
    }

    private static ChatKind kind(long chatId) {
        return text(chatId).startsWith(SUPERGROUP) ? ChatKind.SUPERGROUP : ChatKind.GROUP;
    }

    /// A user as a member of the group; empty for others, and when Telegram doesn't answer.
    public Optional<Author> member(long chatId, long personId, ReplyTransaction transaction) {
        var question = new GetChatMember(text(chatId), personId);
        return switch (transaction.callNow("asking who is a member", chatId, question)) {
            case ApiResult.Delivered(ChatMember found) when UpdateDecoder.isIn(found) ->
                    Optional.ofNullable(found).map(member -> author(member.getUser()));
            case ApiResult.Delivered<?> _,
                    ApiResult.Rejected<?> _,
                    ApiResult.Unwelcome<?> _,
                    ApiResult.Moved<?> _,
                    ApiResult.Undelivered<?> _ ->
                    Optional.empty();
        };
    }

    /// The ids of a group's admins, without bots; empty when Telegram doesn't tell.
    public List<Long> administrators(long chatId, ReplyTransaction transaction) {
        var question = new GetChatAdministrators(text(chatId));
        return switch (transaction.callNow("asking for all admins", chatId, question)) {
            case ApiResult.Delivered(var found) when found != null ->
                    found.stream()
                            .map(ChatMember::getUser)
                            .filter(user -> !Boolean.TRUE.equals(user.getIsBot()))
                            .map(User::getId)
                            .toList();
            case ApiResult.Delivered<?> _,
                    ApiResult.Rejected<?> _,
                    ApiResult.Unwelcome<?> _,
                    ApiResult.Moved<?> _,
                    ApiResult.Undelivered<?> _ ->
                    List.of();
        };
    }

    private static Author author(User user) {
        String name =
                Stream.of(user.getFirstName(), user.getLastName())
                        .filter(GroupLookup::isWritten)
                        .collect(Collectors.joining(" "));
        return new Author(Author.id(user.getId()), name, user.getUserName());
    }

    private static boolean isWritten(@Nullable String name) {
        return name != null && !name.isBlank();
    }

    private static String text(long chatId) {
        return Long.toString(chatId);
    }

    /// A factory of links to a group's messages. Telegram has such links for supergroups and
    /// channels only, and opens them for members.
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
}
