package dev.verbatim.telegram.chat;

import dev.verbatim.telegram.delivery.Delivery;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.update.Identity;
import dev.verbatim.telegram.update.Self;
import java.util.Set;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;

/// What of a group reaches us: everything when privacy mode is off or we are an admin, else only
/// what is addressed to us. Telegram tells in each case, since both can be changed at any time.
public record PrivacyMode(Self self) {

    private static final Set<String> ADMINS = Set.of("creator", "administrator");

    /// Whether all messages of a group reach us; taken as true when Telegram doesn't tell.
    public boolean reaches(long chatId, Turn turn) {
        Identity me = self.renewed(turn);
        return me.equals(Identity.UNKNOWN) || me.readsAll() || isAdmin(me, chatId, turn);
    }

    private static boolean isAdmin(Identity me, long chatId, Turn turn) {
        var question = new GetChatMember(Long.toString(chatId), me.id());
        return switch (turn.now("asking whether we are an admin", chatId, question)) {
            case Delivery.Delivered(ChatMember told) when told != null ->
                    ADMINS.contains(told.getStatus());
            case Delivery.Delivered<?> _, Delivery.Undelivered<?> _ -> true;
            case Delivery.Rejected<?> _, Delivery.Unwelcome<?> _, Delivery.Moved<?> _ -> false;
        };
    }
}
