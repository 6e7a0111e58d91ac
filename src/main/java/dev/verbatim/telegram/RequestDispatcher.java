package dev.verbatim.telegram;

import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.UpdateHandler.FailureReason;
import dev.verbatim.telegram.editors.AccessControl;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import java.util.Set;
import java.util.stream.Stream;

/// A dispatcher that hands everything addressed to the bot to the feature that replies to it.
/// Thread-safe and without conversation state.
final class RequestDispatcher {

    private static final Set<Command> SUMMING_UP =
            Set.of(Command.CATCHUP, Command.DIGEST, Command.MAP);

    private final Features features;
    private final SettingsStore settings;

    RequestDispatcher(Features features, SettingsStore settings) {
        this.features = features;
        this.settings = settings;
    }

    /// Adds the reply to the transaction.
    void dispatch(Incoming.Addressed request, ReplyTransaction transaction) {
        Responder responder = responder(request, transaction);
        if (mayUse(request)) {
            dispatch(request, responder);
        } else {
            refuse(request, responder);
        }
    }

    /// Whether a user may use the bot in a chat. Everybody may have their data, and have it
    /// deleted. A group that may not use the bot is summed up for nobody.
    boolean mayUse(Incoming.Addressed request) {
        MessageContext context = request.context();
        AccessControl access = features.editors().access();
        return (access.allows(context.chatId(), context.personId())
                        && (!sumsUp(request)
                                || !context.kind().isGroup()
                                || access.allowsChat(context.chatId())))
                || (request instanceof Incoming.Commanded(_, var command, _, _)
                        && command.isAboutOwnData());
    }

    private static boolean sumsUp(Incoming.Addressed request) {
        return switch (request) {
            case Incoming.Commanded command -> SUMMING_UP.contains(command.command());
            case Incoming.Pressed pressed -> pressed.callback() instanceof CatchupCallback;
            case Incoming.Asked _,
                    Incoming.Edited _,
                    Incoming.Chatted _,
                    Incoming.Uploaded _,
                    Incoming.Exported _,
                    Incoming.Forwarded _ ->
                    false;
        };
    }

    private void refuse(Incoming.Addressed request, Responder responder) {
        if (request instanceof Incoming.Pressed pressed) {
            responder.acknowledge(pressed);
        }
        features.editors().access().refuse(responder);
    }

    private void dispatch(Incoming.Addressed request, Responder responder) {
        switch (request) {
            case Incoming.Asked asked -> answer(asked, responder);
            case Incoming.Edited edited -> answerEdited(edited, responder);
            case Incoming.Commanded command -> handle(command, responder);
            case Incoming.Chatted chatted -> HelpHandler.handle(chatted, responder);
            case Incoming.Uploaded uploaded -> features.editors().handle(uploaded, responder);
            case Incoming.Exported exported ->
                    responder.send(features.archive().offerImport(exported, responder));
            case Incoming.Forwarded forwarded -> handle(forwarded, responder);
            case Incoming.Pressed pressed -> handle(pressed, responder);
        }
    }

    private void answer(Incoming.Asked asked, Responder responder) {
        if (!features.editors().handle(asked, responder)
                && !features.articleRequests().handle(asked, responder)) {
            features.questions().answer(asked, responder);
        }
    }

    /// The reply to an edited request stands below it, as every reply to a request does.
    private void answerEdited(Incoming.Edited edited, Responder responder) {
        if (!features.articleRequests().handle(edited.question(), responder)) {
            features.questions().answerEdited(edited, responder);
        }
    }

    /// Tells the user why there is no reply, or none yet.
    void reportFailure(
            Incoming.Addressed request, FailureReason reason, ReplyTransaction transaction) {
        MessageKey text =
                switch (reason) {
                    case FAILED -> MessageKey.FAILED;
                    case MISSED -> MessageKey.AWAY;
                    case TOO_FAST -> MessageKey.SLOW_DOWN;
                    case TOO_LONG -> MessageKey.TOO_LONG;
                };
        Responder responder = responder(request, transaction);
        ReplyMessage message = ReplyMessage.of(text.in(responder.messages()));
        boolean isPersonal = reason == FailureReason.TOO_FAST;
        responder.sendStandalone(isPersonal ? message.forUserOnly() : message);
    }

    private Responder responder(Incoming.Addressed request, ReplyTransaction transaction) {
        long chatId = request.context().chatId();
        return new Responder(request.context(), settings.load(chatId), transaction);
    }

    private void handle(Incoming.Commanded command, Responder responder) {
        features.commandHandlers().stream()
                .filter(handler -> handler.handlesCommandsIn(command.context().kind()))
                .flatMap(handler -> Stream.ofNullable(handler.commands().get(command.command())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(command + " has no handler"))
                .handle(command, responder);
    }

    /// A message that someone who is no editor forwards is a question.
    private void handle(Incoming.Forwarded forwarded, Responder responder) {
        if (!features.editors().handle(forwarded, responder)) {
            var asked = new Incoming.Asked(forwarded.context(), forwarded.text(), null);
            answer(asked, responder);
        }
    }

    private void handle(Incoming.Pressed pressed, Responder responder) {
        CallbackHandler<?> handler =
                features.callbackHandlers().stream()
                        .filter(one -> one.callbackType().isInstance(pressed.callback()))
                        .filter(one -> one.handlesButtonsIn(pressed.context().kind()))
                        .findFirst()
                        .orElseThrow();
        handle(pressed, handler, responder);
    }

    private static <C extends CallbackData> void handle(
            Incoming.Pressed pressed, CallbackHandler<C> handler, Responder responder) {
        handler.handle(pressed, handler.callbackType().cast(pressed.callback()), responder);
    }
}
