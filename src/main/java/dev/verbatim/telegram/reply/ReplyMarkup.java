package dev.verbatim.telegram.reply;

import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.ReplyMessage.TextEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/// A converter of a reply's formatting and buttons to Telegram's types.
final class ReplyMarkup {

    private ReplyMarkup() {}

    static List<MessageEntity> entities(ReplyMessage reply) {
        return reply.entities().stream().map(ReplyMarkup::entity).toList();
    }

    private static MessageEntity entity(TextEntity textEntity) {
        return switch (textEntity) {
            case TextEntity.Quote(_, boolean folded) ->
                    entity(textEntity, folded ? "expandable_blockquote" : "blockquote", null);
            case TextEntity.Bold _ -> entity(textEntity, "bold", null);
            case TextEntity.Code _ -> entity(textEntity, "code", null);
            case TextEntity.Link(_, String url) -> entity(textEntity, "text_link", url);
            case TextEntity.Time(_, long seconds, String format) -> {
                MessageEntity time = entity(textEntity, "date_time", null);
                time.setUnixTime(Math.toIntExact(seconds));
                time.setDateTimeFormat(format);
                yield time;
            }
        };
    }

    private static MessageEntity entity(TextEntity textEntity, String type, @Nullable String url) {
        return MessageEntity.builder()
                .type(type)
                .offset(textEntity.span().start())
                .length(textEntity.span().length())
                .url(url)
                .build();
    }

    static @Nullable InlineKeyboardMarkup keyboard(ReplyMessage reply) {
        if (reply.rows().isEmpty()) {
            return null;
        }
        var keyboard = InlineKeyboardMarkup.builder();
        for (List<ReplyMessage.Button> buttons : reply.rows()) {
            var row = new InlineKeyboardRow();
            buttons.forEach(button -> row.add(button(button)));
            keyboard.keyboardRow(row);
        }
        return keyboard.build();
    }

    private static InlineKeyboardButton button(ReplyMessage.Button button) {
        var request = InlineKeyboardButton.builder().text(button.label());
        return switch (button.action()) {
            case CallbackData callback -> request.callbackData(callback.encode()).build();
            case ReplyMessage.CopyText(String text) ->
                    request.copyText(CopyTextButton.builder().text(text).build()).build();
            case ReplyMessage.ShareQuestion(String question) ->
                    request.switchInlineQuery(question).build();
            case ReplyMessage.OpenUrl(String url) -> request.url(url).build();
        };
    }
}
