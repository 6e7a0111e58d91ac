package dev.verbatim.telegram.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verbatim.telegram.delivery.ApiResult;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.reply.CurrentBot;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.MessageContext;
import java.time.Duration;
import java.util.Set;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;

/// A lookup of what admins may do: they decide for a group, as the user does for a private chat,
/// and the bot sees all messages where it is one of them. Thread-safe.
///
/// Whether a user is an admin is cached for a minute: one who taps through the settings costs one
/// request, and one who is no longer an admin is stopped soon. What the bot sees is asked each
/// time, since it can change at any time.
public final class ChatAdmins {

    /// Whether a user may decide for a chat.
    public enum Permission {
        GRANTED,
        DENIED,
        /// Telegram tells the bot neither who is a member nor who the admins are.
        HIDDEN,
        /// Telegram didn't answer.
        UNKNOWN
    }

    private static final Set<String> ADMINS = Set.of("creator", "administrator");
    private static final Duration CACHE_TIME = Duration.ofMinutes(1);
    private static final int MAX_CACHED = 10_000;

    private record Member(long chatId, long personId) {}

    private final Cache<Member, Permission> known =
            Caffeine.newBuilder().expireAfterWrite(CACHE_TIME).maximumSize(MAX_CACHED).build();
    private final CurrentBot bot;

    public ChatAdmins(CurrentBot bot) {
        this.bot = bot;
    }

    /// Whether the sender of a message may decide for its chat.
    public Permission permission(MessageContext context, ReplyTransaction transaction) {
        if (context.isTheChatItself()) {
            return Permission.GRANTED;
        }
        var member = new Member(context.chatId(), context.personId());
        Permission before = known.getIfPresent(member);
        Permission permission = before == null ? ask(member, transaction) : before;
        if (permission == Permission.GRANTED || permission == Permission.DENIED) {
            known.put(member, permission);
        }
        return permission;
    }

    private static Permission ask(Member member, ReplyTransaction transaction) {
        return switch (find("asking who is an admin", member, transaction)) {
            case ApiResult.Delivered(ChatMember found) when found != null ->
                    ADMINS.contains(found.getStatus()) ? Permission.GRANTED : Permission.DENIED;
            case ApiResult.Rejected<?> _, ApiResult.Unwelcome<?> _ ->
                    askForAll(member, transaction);
            case ApiResult.Delivered<?> _, ApiResult.Moved<?> _, ApiResult.Undelivered<?> _ ->
                    Permission.UNKNOWN;
        };
    }

    /// Where members are hidden, the admins may be listed nevertheless.
    private static Permission askForAll(Member member, ReplyTransaction transaction) {
        var question = new GetChatAdministrators(Long.toString(member.chatId));
        return switch (transaction.callNow("asking for all admins", member.chatId, question)) {
            case ApiResult.Delivered(var admins) when admins != null ->
                    admins.stream().anyMatch(one -> member.personId == one.getUser().getId())
                            ? Permission.GRANTED
                            : Permission.DENIED;
            case ApiResult.Rejected<?> _, ApiResult.Unwelcome<?> _ -> Permission.HIDDEN;
            case ApiResult.Delivered<?> _, ApiResult.Moved<?> _, ApiResult.Undelivered<?> _ ->
                    Permission.UNKNOWN;
        };
    }

    private static ApiResult<ChatMember> find(
            String step, Member member, ReplyTransaction transaction) {
        return transaction.callNow(
                step,
                member.chatId,
                new GetChatMember(Long.toString(member.chatId), member.personId));
    }

    /// The name by which a group's users know the bot, without the `@`.
    public String botName() {
        return bot.get().userName();
    }

    /// Whether the bot sees all messages of a group: it does when privacy mode is off or when it is
    /// an admin, and otherwise sees only messages addressed to it. True when Telegram doesn't
    /// answer.
    public boolean botSeesAllMessages(long chatId, ReplyTransaction transaction) {
        BotIdentity identity = bot.refresh(transaction);
        return identity.equals(BotIdentity.UNKNOWN)
                || identity.readsAll()
                || isAdmin(new Member(chatId, identity.id()), transaction);
    }

    private static boolean isAdmin(Member us, ReplyTransaction transaction) {
        return switch (find("asking whether the bot is an admin", us, transaction)) {
            case ApiResult.Delivered(ChatMember member) when member != null ->
                    ADMINS.contains(member.getStatus());
            case ApiResult.Delivered<?> _, ApiResult.Undelivered<?> _ -> true;
            case ApiResult.Rejected<?> _, ApiResult.Unwelcome<?> _, ApiResult.Moved<?> _ -> false;
        };
    }
}
