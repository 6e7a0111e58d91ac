package dev.verbatim.telegram.chat;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;

/// A writer of the replies to one update. It knows where the update came from, what is set in that
/// chat and in which language to reply; all of that is looked up once, when it is created.
///
/// Replies are sent after the transaction is committed. For one thread.
public final class Responder {

    private final MessageContext context;
    private final ChatSettings settings;
    private final MessageCatalog messages;
    private final ReplyTransaction transaction;

    public Responder(MessageContext context, ChatSettings settings, ReplyTransaction transaction) {
        this.context = context;
        this.settings = settings;
        this.messages = settings.catalogFor(context);
        this.transaction = transaction;
    }

    /// A responder for the same update after the chat's settings were changed by it.
    public Responder withSettings(ChatSettings changed) {
        return new Responder(context, changed, transaction);
    }

    public MessageContext context() {
        return context;
    }

    public ChatSettings settings() {
        return settings;
    }

    /// The bot's texts in the chat's language.
    public MessageCatalog messages() {
        return messages;
    }

    public ReplyTransaction transaction() {
        return transaction;
    }

    /// A responder in the private chat of the user, in the language of this chat.
    public Responder inPrivateChat() {
        return new Responder(context.privateChat(), settings, transaction);
    }

    /// A message that is only a text.
    public ReplyMessage text(MessageKey text, Object... arguments) {
        return ReplyMessage.of(text.in(messages, arguments));
    }

    /// Sends a message into the chat. In a group, where others write in the meantime, it is a reply
    /// to the message that came.
    public void send(ReplyMessage message) {
        transaction.send(
                addressed(
                        message,
                        context.kind().isGroup()
                                ? CallFactory.reply(context, message)
                                : CallFactory.send(context, message)));
    }

    /// Sends a message that is only a text.
    public void send(MessageKey text, Object... arguments) {
        send(text(text, arguments));
    }

    /// What concerns only the user is seen by nobody else in a group, where Telegram lets the bot
    /// do so.
    private ApiCall addressed(ReplyMessage message, ApiCall toAll) {
        return message.personal() && isOneOfMany()
                ? CallFactory.sendToUser(context, "", message, toAll)
                : toAll;
    }

    /// Whether others read along, and the user is known to Telegram by a number.
    private boolean isOneOfMany() {
        return context.kind().isGroup() && context.personId() > 0;
    }

    /// Sends a message into the chat that is never a reply to the one that came.
    public void sendStandalone(ReplyMessage message) {
        transaction.send(addressed(message, CallFactory.send(context, message)));
    }

    /// Sends a message as a reply to the one that came, in every kind of chat.
    public void reply(ReplyMessage message) {
        transaction.send(addressed(message, CallFactory.reply(context, message)));
    }

    /// Stops the button's spinner.
    public void acknowledge(Incoming.Pressed pressed) {
        CallFactory.acknowledge(pressed, "", transaction);
    }

    /// Stops the button's spinner and replaces the message that has the button.
    public void replace(Incoming.Pressed pressed, ReplyMessage message) {
        if (pressed.ephemeralId() == 0) {
            acknowledge(pressed);
            edit(message);
        } else {
            show(pressed, message);
        }
    }

    /// Stops the button's spinner and shows a message to the user who has pressed it: in a group in
    /// a message of its own that nobody else sees, elsewhere in the place of the one that has the
    /// button.
    public void show(Incoming.Pressed pressed, ReplyMessage message) {
        acknowledge(pressed);
        if (pressed.ephemeralId() != 0) {
            transaction.send(CallFactory.editForUser(pressed, message));
        } else if (isOneOfMany()) {
            ApiCall forAll = CallFactory.edit(context, message);
            transaction.send(CallFactory.sendToUser(context, pressed.queryId(), message, forAll));
        } else {
            edit(message);
        }
    }

    /// Stops the button's spinner and sends a message to the user who has pressed it: in a group
    /// one that nobody else sees; where that isn't possible, a reply to the one that has the
    /// button.
    public void answer(Incoming.Pressed pressed, ReplyMessage message) {
        acknowledge(pressed);
        ApiCall forAll = CallFactory.reply(context, message);
        transaction.send(
                isOneOfMany()
                        ? CallFactory.sendToUser(context, pressed.queryId(), message, forAll)
                        : forAll);
    }

    /// Replaces the message that has the button.
    public void edit(ReplyMessage message) {
        transaction.send(CallFactory.edit(context, message));
    }

    /// Replaces the message that has the button; but a protected one comes as a new message where
    /// the old one isn't, because an edit protects nothing.
    public void edit(Incoming.Pressed pressed, ReplyMessage message) {
        if (message.protectedContent() && !pressed.onProtected()) {
            send(message);
        } else {
            edit(message);
        }
    }

    /// Stops the button's spinner and shows a short notice for a moment.
    public void notify(Incoming.Pressed pressed, MessageKey notice) {
        CallFactory.acknowledge(pressed, notice.in(messages), transaction);
    }

    /// Stops the button's spinner and shows a notice until the user closes it.
    public void alert(Incoming.Pressed pressed, MessageKey notice) {
        CallFactory.alert(pressed, notice.in(messages), transaction);
    }
}
