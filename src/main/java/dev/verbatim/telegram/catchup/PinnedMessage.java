package dev.verbatim.telegram.catchup;

import dev.verbatim.telegram.delivery.ApiResult;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.update.MessageContext;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.PinChatMessage;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.UnpinChatMessage;

/// A message of the bot that is pinned or unpinned now. Doing either twice does no harm.
///
/// @param context whose message it is
record PinnedMessage(MessageContext context, ReplyTransaction transaction) {

    /// Without a sound.
    ApiResult<?> pin() {
        return transaction.callNow(
                "pinning",
                context.chatId(),
                PinChatMessage.builder()
                        .chatId(context.chatId())
                        .messageId(context.messageId())
                        .disableNotification(true)
                        .build());
    }

    ApiResult<?> unpin() {
        return transaction.callNow(
                "unpinning",
                context.chatId(),
                UnpinChatMessage.builder()
                        .chatId(context.chatId())
                        .messageId(context.messageId())
                        .build());
    }
}
