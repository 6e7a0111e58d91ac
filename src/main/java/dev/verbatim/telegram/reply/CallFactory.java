package dev.verbatim.telegram.reply;

import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ApiResult;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.InlinePage;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerGuestQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditEphemeralMessageText;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;

/// A factory of API calls from reply messages. It never uses a parse mode: formatting is given as
/// entities, so that no word of an article is taken for markup.
public final class CallFactory {

    private static final String NOD = "👍";

    // Telegram asks for one and shows it nowhere.
    private static final String GUEST_TITLE = "Verbatim";
    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private CallFactory() {}

    /// Sends into the chat.
    public static ApiCall send(MessageContext context, ReplyMessage reply) {
        return call(context, message(context, reply), reply);
    }

    private static ApiCall call(
            MessageContext context, BotApiMethod<?> method, ReplyMessage reply) {
        ApiCall call = ApiCall.of(context.chatId(), method);
        return RichBlocks.of(reply).map(call::withRichMessage).orElse(call);
    }

    private static SendMessage message(MessageContext context, ReplyMessage reply) {
        return SendMessage.builder()
                .chatId(context.chatId())
                .messageThreadId(context.topicId())
                .text(reply.text())
                .entities(ReplyMarkup.entities(reply))
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(ReplyMarkup.keyboard(reply))
                .protectContent(reply.protectedContent() ? true : null)
                .build();
    }

    /// Sends as a reply to the message; without the reply when that message is gone.
    public static ApiCall reply(MessageContext context, ReplyMessage reply) {
        return call(context, replying(context, reply, null), reply);
    }

    private static SendMessage replying(
            MessageContext context, ReplyMessage reply, @Nullable String quote) {
        SendMessage message = message(context, reply);
        message.setReplyParameters(
                ReplyParameters.builder()
                        .messageId(context.messageId())
                        .quote(quote)
                        .allowSendingWithoutReply(true)
                        .build());
        return message;
    }

    /// Replies to a question in the chat it was asked in. In a group, where others write meanwhile,
    /// it quotes the question out of a long message; without the quote when Telegram doesn't find
    /// it.
    ///
    /// @param otherwise is sent when the reply itself is refused
    public static ApiCall reply(Incoming.Asked asked, ReplyMessage reply, ApiCall otherwise) {
        ApiCall plain = reply(asked.context(), reply).otherwise(otherwise);
        return asked.context().kind().isGroup()
                ? QuestionQuote.find(asked.text())
                        .map(
                                quote ->
                                        ApiCall.of(
                                                        asked.context().chatId(),
                                                        replying(asked.context(), reply, quote))
                                                .otherwise(plain))
                        .orElse(plain)
                : plain;
    }

    /// Edits a message of the bot; sends a new one when that is gone.
    public static ApiCall edit(MessageContext context, ReplyMessage reply) {
        return call(context, edited(context, reply), reply).otherwise(send(context, reply));
    }

    private static EditMessageText edited(MessageContext context, ReplyMessage reply) {
        return EditMessageText.builder()
                .chatId(context.chatId())
                .messageId(context.messageId())
                .text(reply.text())
                .entities(ReplyMarkup.entities(reply))
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(ReplyMarkup.keyboard(reply))
                .build();
    }

    /// Edits a message of the bot now; nothing of it is kept.
    public static ApiResult<?> editNow(
            MessageContext context, ReplyMessage reply, ReplyTransaction transaction) {
        return transaction.callNow("editing", context.chatId(), edited(context, reply));
    }

    /// Sends a message that only its user sees, in a group whose server has such messages.
    ///
    /// @param queryId of the press of a button that it answers; empty for none
    /// @param otherwise is sent where that isn't possible
    public static ApiCall sendToUser(
            MessageContext context, String queryId, ReplyMessage message, ApiCall otherwise) {
        return send(context, message).forOnly(context.personId(), queryId).otherwise(otherwise);
    }

    /// Edits a message that only its user sees, where a button under it was pressed; sends a new
    /// one when that is gone.
    public static ApiCall editForUser(Incoming.Pressed pressed, ReplyMessage message) {
        MessageContext context = pressed.context();
        EditEphemeralMessageText edit =
                EditEphemeralMessageText.builder()
                        .chatId(context.chatId())
                        .receiverUserId(context.personId())
                        .ephemeralMessageId(pressed.ephemeralId())
                        .text(message.text())
                        .entities(ReplyMarkup.entities(message))
                        .linkPreviewOptions(NO_PREVIEW)
                        .replyMarkup(ReplyMarkup.keyboard(message))
                        .build();
        ApiCall anew = sendToUser(context, pressed.queryId(), message, send(context, message));
        return ApiCall.of(context.chatId(), edit).otherwise(anew);
    }

    /// Stops a button's spinner.
    ///
    /// @param notice shown for a moment; empty for none
    public static void acknowledge(
            Incoming.Pressed pressed, String notice, ReplyTransaction transaction) {
        acknowledge(pressed, notice, false, transaction);
    }

    /// The same, with a notice that is shown until it is closed.
    public static void alert(
            Incoming.Pressed pressed, String notice, ReplyTransaction transaction) {
        acknowledge(pressed, notice, true, transaction);
    }

    private static void acknowledge(
            Incoming.Pressed pressed, String notice, boolean alert, ReplyTransaction transaction) {
        transaction.callNow(
                "acknowledge",
                pressed.context().chatId(),
                AnswerCallbackQuery.builder()
                        .callbackQueryId(pressed.queryId())
                        .text(notice.isEmpty() ? null : notice)
                        .showAlert(alert)
                        .build());
    }

    /// Stops a button's spinner, and opens the private chat with the bot.
    ///
    /// @param link to the bot; Telegram opens no other
    public static void lead(Incoming.Pressed pressed, String link, ReplyTransaction transaction) {
        transaction.callNow(
                "leading to the private chat",
                pressed.context().chatId(),
                AnswerCallbackQuery.builder().callbackQueryId(pressed.queryId()).url(link).build());
    }

    /// Reacts to a message, where a reply would be too much. It is tried at once and not again: the
    /// chat may not allow reactions, and an old server doesn't know them.
    public static void nod(MessageContext context, ReplyTransaction transaction) {
        transaction.callNow(
                "nodding",
                context.chatId(),
                SetMessageReaction.builder()
                        .chatId(context.chatId())
                        .messageId(context.messageId())
                        .reactionTypes(List.of(ReactionTypeEmoji.builder().emoji(NOD).build()))
                        .build());
    }

    /// Shows that we are at work.
    ///
    /// @return whether we may write there
    public static boolean typing(MessageContext context, ReplyTransaction transaction) {
        var action = new SendChatAction(Long.toString(context.chatId()), "typing");
        action.setMessageThreadId(context.topicId());
        return transaction.callNow("typing", context.chatId(), action)
                instanceof ApiResult.Delivered<?>;
    }

    /// Replies to a message now, so that a tap on the reply leads there.
    ///
    /// @return whether the message is there
    public static boolean pointAt(
            MessageContext context, String text, ReplyTransaction transaction) {
        SendMessage message = message(context, ReplyMessage.of(text));
        message.setReplyParameters(
                ReplyParameters.builder().messageId(context.messageId()).build());
        return transaction.callNow("pointing at a message", context.chatId(), message)
                instanceof ApiResult.Delivered<?>;
    }

    /// Replies to a message now and keeps nothing of it: what it repeats may be stored by nobody.
    ///
    /// @return whether it got through; it isn't tried again
    public static boolean replyNow(
            MessageContext context, ReplyMessage reply, ReplyTransaction transaction) {
        SendMessage message = replying(context, reply, null);
        return transaction.callNow("replying with the words of others", context.chatId(), message)
                instanceof ApiResult.Delivered<?>;
    }

    /// Offers what can be sent into any chat.
    public static AnswerInlineQuery offer(String queryId, InlinePage page) {
        return AnswerInlineQuery.builder()
                .inlineQueryId(queryId)
                .results(page.results().stream().map(CallFactory::offer).toList())
                .nextOffset(page.nextOffset())
                .cacheTime((int) page.cacheTime().toSeconds())
                // The date and our own words are in the person's language, so nobody else may be
                // offered the same.
                .isPersonal(true)
                .build();
    }

    private static InlineQueryResultArticle offer(InlinePage.Result offer) {
        InlineQueryResultArticle result = result(offer.id(), offer.title(), offer.message());
        result.setDescription(offer.description().isEmpty() ? null : offer.description());
        return result;
    }

    private static InlineQueryResultArticle result(String id, String title, ReplyMessage message) {
        return InlineQueryResultArticle.builder()
                .id(id)
                .title(title)
                .inputMessageContent(
                        InputTextMessageContent.builder()
                                .messageText(message.text())
                                .entities(ReplyMarkup.entities(message))
                                .linkPreviewOptions(NO_PREVIEW)
                                .build())
                .replyMarkup(ReplyMarkup.keyboard(message))
                .build();
    }

    /// Answers in a chat that the bot isn't in, once however often the query comes. Nothing else
    /// than an address may be behind its buttons.
    public static ApiCall answerGuest(Incoming.GuestAsked asked, ReplyMessage answer) {
        AnswerGuestQuery call =
                AnswerGuestQuery.builder()
                        .guestQueryId(asked.queryId())
                        .result(result("answer", GUEST_TITLE, answer))
                        .build();
        return ApiCall.of(asked.asker().personId(), call).withKey("guest/" + asked.queryId());
    }
}
