package dev.verbatim.telegram.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verbatim.telegram.delivery.Delivery;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.update.Origin;
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
    public Right right(Origin origin, Turn turn) {
        if (origin.isTheChatItself()) {
            return Right.GIVEN;
        }
        var member = new Member(origin.chatId(), origin.personId());
        Right before = known.getIfPresent(member);
        Right right = before == null ? ask(member, turn) : before;
        if (right != Right.UNKNOWN) {
            known.put(member, right);
        }
        return right;
    }

    private static Right ask(Member member, Turn turn) {
        var question = new GetChatMember(Long.toString(member.chatId), member.personId);
        return switch (turn.now("asking who is an admin", member.chatId, question)) {
            case Delivery.Delivered(ChatMember told) when told != null ->
                    ADMINS.contains(told.getStatus()) ? Right.GIVEN : Right.NOT_GIVEN;
            case Delivery.Rejected<?> _ -> Right.NOT_GIVEN; // nobody of this chat
            case Delivery.Delivered<?> _,
                    Delivery.Unwelcome<?> _,
                    Delivery.Moved<?> _,
                    Delivery.Undelivered<?> _ ->
                    Right.UNKNOWN;
        };
    }
}
