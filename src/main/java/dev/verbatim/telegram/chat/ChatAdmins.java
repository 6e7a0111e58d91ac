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

/// Who may decide for a chat: in a private chat its person, in a group its admins. Thread-safe.
///
/// What Telegram says is believed for a minute: somebody who taps through the settings is asked for
/// once, and somebody who is no admin any more is stopped soon.
public final class ChatAdmins {

    /// What somebody may do.
    public enum Right {
        GIVEN,
        NOT_GIVEN,
        /// Telegram didn't say.
        UNKNOWN
    }

    private static final Set<String> ADMINS = Set.of("creator", "administrator");
    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private record Member(long chatId, long personId) {}

    private final Cache<Member, Right> known =
            Caffeine.newBuilder().expireAfterWrite(BELIEVED).maximumSize(MOST).build();

    /// Whether whoever it was may decide for the chat.
    public Right right(MessageContext context, ReplyTransaction transaction) {
        if (context.isTheChatItself()) {
            return Right.GIVEN;
        }
        var member = new Member(context.chatId(), context.personId());
        Right before = known.getIfPresent(member);
        Right right = before == null ? ask(member, transaction) : before;
        if (right != Right.UNKNOWN) {
            known.put(member, right);
        }
        return right;
    }

    private static Right ask(Member member, ReplyTransaction transaction) {
        var question = new GetChatMember(Long.toString(member.chatId), member.personId);
        return switch (transaction.now("asking who is an admin", member.chatId, question)) {
            case ApiResult.Delivered(ChatMember told) when told != null ->
                    ADMINS.contains(told.getStatus()) ? Right.GIVEN : Right.NOT_GIVEN;
            case ApiResult.Rejected<?> _ -> Right.NOT_GIVEN; // nobody of this chat
            case ApiResult.Delivered<?> _,
                    ApiResult.Unwelcome<?> _,
                    ApiResult.Moved<?> _,
                    ApiResult.Undelivered<?> _ ->
                    Right.UNKNOWN;
        };
    }
}
