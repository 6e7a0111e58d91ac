package dev.verbatim.telegram.chat;

import dev.verbatim.telegram.delivery.ApiResult;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.reply.CurrentBot;
import dev.verbatim.telegram.update.BotIdentity;
import java.util.Set;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;

/// What of a group reaches us: everything when privacy mode is off or we are an admin, else only
/// what is addressed to us. Telegram tells in each case, since both can be changed at any time.
public record PrivacyMode(CurrentBot currentBot) {

    private static final Set<String> ADMINS = Set.of("creator", "administrator");

    /// Whether all messages of a group reach us; taken as true when Telegram doesn't tell.
    public boolean botSeesAllMessages(long chatId, ReplyTransaction transaction) {
        BotIdentity me = currentBot.renewed(transaction);
        return me.equals(BotIdentity.UNKNOWN) || me.readsAll() || isAdmin(me, chatId, transaction);
    }

    private static boolean isAdmin(BotIdentity me, long chatId, ReplyTransaction transaction) {
        var question = new GetChatMember(Long.toString(chatId), me.id());
        return switch (transaction.now("asking whether we are an admin", chatId, question)) {
            case ApiResult.Delivered(ChatMember told) when told != null ->
                    ADMINS.contains(told.getStatus());
            case ApiResult.Delivered<?> _, ApiResult.Undelivered<?> _ -> true;
            case ApiResult.Rejected<?> _, ApiResult.Unwelcome<?> _, ApiResult.Moved<?> _ -> false;
        };
    }
}
