package dev.verbatim.telegram;

import dev.verbatim.telegram.delivery.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/// Puts our replies into Telegram's types. Never with a parse mode: what is marked is said by
/// place.
final class Requests {

    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private Requests() {}

    /// Sends into the chat.
    static Call send(Origin origin, Reply reply) {
        return Call.of(origin.chatId(), message(origin, reply));
    }

    private static SendMessage message(Origin origin, Reply reply) {
        return SendMessage.builder()
                .chatId(origin.chatId())
                .messageThreadId(origin.topicId())
                .text(reply.text())
                .entities(entities(reply))
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(keyboard(reply))
                .build();
    }

    /// Sends as a reply to the message; into the chat when that is gone.
    static Call reply(Origin origin, Reply reply) {
        SendMessage message = message(origin, reply);
        message.setReplyParameters(
                ReplyParameters.builder()
                        .messageId(origin.messageId())
                        .allowSendingWithoutReply(true)
                        .build());
        return Call.of(origin.chatId(), message);
    }

    /// Puts something else into a message of ours; into a new one when that is gone.
    static Call edit(Origin origin, Reply reply) {
        EditMessageText edit =
                EditMessageText.builder()
                        .chatId(origin.chatId())
                        .messageId(origin.messageId())
                        .text(reply.text())
                        .entities(entities(reply))
                        .linkPreviewOptions(NO_PREVIEW)
                        .replyMarkup(keyboard(reply))
                        .build();
        return Call.of(origin.chatId(), edit).otherwise(send(origin, reply));
    }

    /// Stops a button's spinner.
    ///
    /// @param notice shown for a moment; empty for none
    static AnswerCallbackQuery acknowledge(String queryId, String notice) {
        return AnswerCallbackQuery.builder()
                .callbackQueryId(queryId)
                .text(notice.isEmpty() ? null : notice)
                .build();
    }

    private static List<MessageEntity> entities(Reply reply) {
        return reply.entities().stream().map(Requests::entity).toList();
    }

    private static MessageEntity entity(Entity entity) {
        return switch (entity) {
            case Entity.Quote(_, boolean folded) ->
                    entity(entity, folded ? "expandable_blockquote" : "blockquote", null);
            case Entity.Bold _ -> entity(entity, "bold", null);
            case Entity.Link(_, String url) -> entity(entity, "text_link", url);
        };
    }

    private static MessageEntity entity(Entity entity, String type, @Nullable String url) {
        return MessageEntity.builder()
                .type(type)
                .offset(entity.span().start())
                .length(entity.span().length())
                .url(url)
                .build();
    }

    private static @Nullable InlineKeyboardMarkup keyboard(Reply reply) {
        if (reply.buttons().isEmpty()) {
            return null;
        }
        var row = new InlineKeyboardRow();
        reply.buttons().forEach(button -> row.add(button(button)));
        return InlineKeyboardMarkup.builder().keyboardRow(row).build();
    }

    private static InlineKeyboardButton button(Reply.Button button) {
        return InlineKeyboardButton.builder()
                .text(button.label())
                .callbackData(button.press().data())
                .build();
    }
}
