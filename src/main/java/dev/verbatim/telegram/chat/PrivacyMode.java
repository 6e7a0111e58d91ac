package dev.verbatim.telegram.chat;

import dev.verbatim.telegram.delivery.ApiResult;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.reply.CurrentBot;
import dev.verbatim.telegram.update.BotIdentity;
import java.util.Set;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;

/// A check of whether the bot sees all messages of a group: it does when privacy mode is off or
/// when it is an admin, and otherwise sees only messages addressed to it. Telegram is asked each
/// time, since both can change at any time.
public final class PrivacyMode {

    private static final Set<String> ADMINS = Set.of("creator", "administrator");

    private final CurrentBot bot;

    public PrivacyMode(CurrentBot bot) {
        this.bot = bot;
    }

    /// The name by which the group's users know the bot, without the `@`.
    public String botName() {
        return bot.get().userName();
    }

    /// Whether the bot sees all messages of a group; true when Telegram doesn't answer.
    public boolean botSeesAllMessages(long chatId, ReplyTransaction transaction) {
        BotIdentity identity = bot.refresh(transaction);
        return identity.equals(BotIdentity.UNKNOWN)
                || identity.readsAll()
                || isAdmin(identity, chatId, transaction);
    }

    private static boolean isAdmin(
            BotIdentity identity, long chatId, ReplyTransaction transaction) {
        var question = new GetChatMember(Long.toString(chatId), identity.id());
        return switch (transaction.callNow(
                "asking whether the bot is an admin", chatId, question)) {
            case ApiResult.Delivered(ChatMember member) when member != null ->
                    ADMINS.contains(member.getStatus());
            case ApiResult.Delivered<?> _, ApiResult.Undelivered<?> _ -> true;
            case ApiResult.Rejected<?> _, ApiResult.Unwelcome<?> _, ApiResult.Moved<?> _ -> false;
        };
    }
}
