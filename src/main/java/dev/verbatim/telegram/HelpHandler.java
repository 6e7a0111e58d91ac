package dev.verbatim.telegram;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Incoming.RepliedTo;
import java.util.Map;
import java.util.function.Supplier;

/// A handler that explains how the bot is used, also to users who typed or pressed something it
/// doesn't know.
final class HelpHandler implements CommandHandler, CallbackHandler<CallbackData.Unknown> {

    private final Supplier<BotIdentity> bot;

    HelpHandler(Supplier<BotIdentity> bot) {
        this.bot = bot;
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(
                Command.HELP, (_, responder) -> help(responder),
                // A question that follows the command is asked, and never comes here.
                Command.ASK, HelpHandler::explainAsk,
                Command.UNKNOWN,
                        (_, responder) -> remark(Answer.Intent.UNKNOWN_COMMAND, responder));
    }

    /// The words of a message that is replied to may be kept by nobody: after a crash they are
    /// gone.
    private static void explainAsk(Incoming.Commanded ask, Responder responder) {
        RepliedTo target = ask.repliedTo();
        boolean isWordless = target != null && !target.ours() && target.text().isBlank();
        responder.send(isWordless ? MessageKey.ASK_WORDLESS : MessageKey.ASK_USAGE);
    }

    private static String help(BotIdentity me, MessageCatalog messages) {
        String help = MessageKey.HELP.in(messages);
        return me.servesGuests()
                ? help + "\n" + MessageKey.HELP_GUEST.in(messages, "@" + me.userName())
                : help;
    }

    private void help(Responder responder) {
        String help =
                help(bot.get(), responder.messages())
                        + "\n\n"
                        + MessageKey.HELP_LATER.in(responder.messages());
        boolean group = responder.context().kind().isGroup();
        responder.send(
                ReplyMessage.of(
                        group
                                ? help + "\n\n" + MessageKey.HELP_GROUP.in(responder.messages())
                                : help));
    }

    /// Replies to something without words that can be read.
    static void handle(Incoming.Chatted chatted, Responder responder) {
        if (chatted.spoken()) {
            responder.send(MessageKey.NO_SPEECH);
        } else {
            remark(Answer.Intent.NO_WORDS, responder);
        }
    }

    /// Replies to something that is no question.
    private static void remark(Answer.Intent intent, Responder responder) {
        responder.send(ReplyMessage.of(responder.messages().to(intent)));
    }

    @Override
    public Class<CallbackData.Unknown> callbackType() {
        return CallbackData.Unknown.class;
    }

    /// A button that another version of the bot made.
    @Override
    public void handle(
            Incoming.Pressed pressed, CallbackData.Unknown callback, Responder responder) {
        responder.notify(pressed, MessageKey.BUTTON_LOST);
    }
}
