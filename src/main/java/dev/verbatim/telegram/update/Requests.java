package dev.verbatim.telegram.update;

import dev.verbatim.telegram.delivery.Call;
import dev.verbatim.telegram.delivery.Delivery;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.Entity;
import dev.verbatim.telegram.message.InlinePage;
import dev.verbatim.telegram.message.Press;
import dev.verbatim.telegram.message.QuestionQuote;
import dev.verbatim.telegram.message.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/// Puts our replies into Telegram's types. Never with a parse mode: what is marked is said by
/// place.
public final class Requests {

    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private Requests() {}

    /// Sends into the chat.
    public static Call send(Origin origin, Reply reply) {
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
    public static Call reply(Origin origin, Reply reply) {
        SendMessage message = message(origin, reply);
        message.setReplyParameters(
                ReplyParameters.builder()
                        .messageId(origin.messageId())
                        .allowSendingWithoutReply(true)
                        .build());
        return Call.of(origin.chatId(), message);
    }

    /// Replies to a question in the chat it was asked in. In a group, where others write meanwhile,
    /// it quotes what was asked out of a long message; without that when Telegram doesn't find it.
    ///
    /// @param otherwise what to say when the reply itself is refused
    public static Call reply(Incoming.Asked asked, Reply reply, Call otherwise) {
        Call plain = reply(asked.origin(), reply).otherwise(otherwise);
        return asked.origin().kind().isGroup()
                ? QuestionQuote.in(asked.text())
                        .map(quote -> quoting(asked.origin(), quote, reply).otherwise(plain))
                        .orElse(plain)
                : plain;
    }

    private static Call quoting(Origin origin, String quote, Reply reply) {
        SendMessage message = message(origin, reply);
        message.setReplyParameters(
                ReplyParameters.builder()
                        .messageId(origin.messageId())
                        .quote(quote)
                        .allowSendingWithoutReply(true)
                        .build());
        return Call.of(origin.chatId(), message);
    }

    /// Puts something else into a message of ours; into a new one when that is gone.
    public static Call edit(Origin origin, Reply reply) {
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
    public static void acknowledge(Incoming.Pressed pressed, String notice, Turn turn) {
        acknowledge(pressed, notice, false, turn);
    }

    /// The same, with a notice that is shown until it is closed.
    public static void alert(Incoming.Pressed pressed, String notice, Turn turn) {
        acknowledge(pressed, notice, true, turn);
    }

    private static void acknowledge(
            Incoming.Pressed pressed, String notice, boolean alert, Turn turn) {
        turn.now(
                "acknowledge",
                pressed.origin().chatId(),
                AnswerCallbackQuery.builder()
                        .callbackQueryId(pressed.queryId())
                        .text(notice.isEmpty() ? null : notice)
                        .showAlert(alert)
                        .build());
    }

    /// Stops a button's spinner, and opens a private chat with us.
    ///
    /// @param link to us; Telegram opens no other
    public static void lead(Incoming.Pressed pressed, String link, Turn turn) {
        turn.now(
                "leading to the private chat",
                pressed.origin().chatId(),
                AnswerCallbackQuery.builder().callbackQueryId(pressed.queryId()).url(link).build());
    }

    /// Shows that we are at work.
    ///
    /// @return whether we may write there
    public static boolean typing(Origin origin, Turn turn) {
        var action = new SendChatAction(Long.toString(origin.chatId()), "typing");
        action.setMessageThreadId(origin.topicId());
        return turn.now("typing", origin.chatId(), action) instanceof Delivery.Delivered<?>;
    }

    /// Replies to a message now, so that a tap on the reply leads there.
    ///
    /// @return whether the message is there
    public static boolean pointAt(Origin origin, String text, Turn turn) {
        SendMessage message = message(origin, Reply.of(text));
        message.setReplyParameters(ReplyParameters.builder().messageId(origin.messageId()).build());
        return turn.now("pointing at a message", origin.chatId(), message)
                instanceof Delivery.Delivered<?>;
    }

    /// Offers what can be sent into any chat.
    public static AnswerInlineQuery offer(String queryId, InlinePage page) {
        return AnswerInlineQuery.builder()
                .inlineQueryId(queryId)
                .results(page.offers().stream().map(Requests::offer).toList())
                .nextOffset(page.next())
                .cacheTime((int) page.keep().toSeconds())
                // The date and our own words are in the person's language, so nobody else may be
                // offered the same.
                .isPersonal(true)
                .build();
    }

    private static InlineQueryResultArticle offer(InlinePage.Offer offer) {
        return InlineQueryResultArticle.builder()
                .id(offer.id())
                .title(offer.title())
                .description(offer.description().isEmpty() ? null : offer.description())
                .inputMessageContent(
                        InputTextMessageContent.builder()
                                .messageText(offer.message().text())
                                .entities(entities(offer.message()))
                                .linkPreviewOptions(NO_PREVIEW)
                                .build())
                .replyMarkup(keyboard(offer.message()))
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
            case Entity.Code _ -> entity(entity, "code", null);
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
        if (reply.rows().isEmpty()) {
            return null;
        }
        var keyboard = InlineKeyboardMarkup.builder();
        for (List<Reply.Button> buttons : reply.rows()) {
            var row = new InlineKeyboardRow();
            buttons.forEach(button -> row.add(button(button)));
            keyboard.keyboardRow(row);
        }
        return keyboard.build();
    }

    private static InlineKeyboardButton button(Reply.Button button) {
        var request = InlineKeyboardButton.builder().text(button.label());
        return switch (button.action()) {
            case Press press -> request.callbackData(press.data()).build();
            case Reply.Copy(String text) ->
                    request.copyText(CopyTextButton.builder().text(text).build()).build();
            case Reply.Share(String question) -> request.switchInlineQuery(question).build();
            case Reply.Open(String url) -> request.url(url).build();
        };
    }
}
