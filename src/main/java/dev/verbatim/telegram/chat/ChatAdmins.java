package dev.verbatim.telegram.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verbatim.telegram.delivery.ApiResult;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.update.MessageContext;
import java.time.Duration;
import java.util.Set;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;

/// A checker of who may decide for a chat: in a private chat its user, in a group its admins.
/// Thread-safe.
///
/// Telegram's answer is cached for a minute: a user who taps through the settings costs one
/// request, and one who is no longer an admin is stopped soon.
public final class ChatAdmins {

    /// Whether a user may decide for a chat.
    public enum Permission {
        GRANTED,
        DENIED,
        /// Telegram didn't answer.
        UNKNOWN
    }

    private static final Set<String> ADMINS = Set.of("creator", "administrator");
    private static final Duration CACHE_TIME = Duration.ofMinutes(1);
    private static final int MAX_CACHED = 10_000;

    private record Member(long chatId, long personId) {}

    private final Cache<Member, Permission> known =
            Caffeine.newBuilder().expireAfterWrite(CACHE_TIME).maximumSize(MAX_CACHED).build();

    /// Whether the sender of a message may decide for its chat.
    public Permission permission(MessageContext context, ReplyTransaction transaction) {
        if (context.isTheChatItself()) {
            return Permission.GRANTED;
        }
        var member = new Member(context.chatId(), context.personId());
        Permission before = known.getIfPresent(member);
        Permission permission = before == null ? ask(member, transaction) : before;
        if (permission != Permission.UNKNOWN) {
            known.put(member, permission);
        }
        return permission;
    }

    private static Permission ask(Member member, ReplyTransaction transaction) {
        var question = new GetChatMember(Long.toString(member.chatId), member.personId);
        return switch (transaction.callNow("asking who is an admin", member.chatId, question)) {
            case ApiResult.Delivered(ChatMember found) when found != null ->
                    ADMINS.contains(found.getStatus()) ? Permission.GRANTED : Permission.DENIED;
            case ApiResult.Rejected<?> _ -> Permission.DENIED; // not a member
            case ApiResult.Delivered<?> _,
                    ApiResult.Unwelcome<?> _,
                    ApiResult.Moved<?> _,
                    ApiResult.Undelivered<?> _ ->
                    Permission.UNKNOWN;
        };
    }
}
