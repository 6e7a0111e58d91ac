package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.PrivacyMode;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.reply.CurrentBot;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import java.util.Map;

/// The commands and buttons for catch-ups: in a group, in private, and every day. Thread-safe.
public final class CatchupCommands implements CommandHandler, CallbackHandler<CatchupCallback> {

    private final GroupCatchupHandler inGroup;
    private final PersonalCatchupHandler inPrivate;
    private final DigestCommandHandler daily;

    public CatchupCommands(CatchupService catchups, ChatAdmins admins, CurrentBot currentBot) {
        inGroup = new GroupCatchupHandler(catchups, new PrivacyMode(currentBot));
        inPrivate = new PersonalCatchupHandler(catchups, currentBot);
        daily = new DigestCommandHandler(catchups, admins);
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(
                Command.CATCHUP,
                this::catchUp,
                Command.DIGEST,
                (command, in) -> daily.command(command, in.messages(), in.transaction()));
    }

    private void catchUp(Incoming.Commanded command, Responder responder) {
        if (command.context().kind().isGroup()) {
            inGroup.command(command, responder.messages(), responder.transaction());
        } else {
            inPrivate.command(command, responder.messages(), responder.transaction());
        }
    }

    /// A link to a catch-up; false when it is another one, or opened where others read along.
    public boolean open(
            Incoming.Commanded start, MessageCatalog messages, ReplyTransaction transaction) {
        return !start.context().kind().isGroup()
                && inPrivate.openLink(
                        start.context(), start.payload().strip(), messages, transaction);
    }

    @Override
    public Class<CatchupCallback> callbackType() {
        return CatchupCallback.class;
    }

    @Override
    public void handle(Incoming.Pressed pressed, CatchupCallback choice, Responder responder) {
        MessageCatalog messages = responder.messages();
        ReplyTransaction transaction = responder.transaction();
        boolean group = pressed.context().kind().isGroup();
        switch (choice) {
            case CatchupCallback.ShowPage page when group ->
                    inGroup.showPage(pressed, page, messages, transaction);
            case CatchupCallback.ShowPage page ->
                    inPrivate.showPage(pressed, page, messages, transaction);
            case CatchupCallback.SendPrivately(long view) ->
                    inPrivate.sendPrivately(pressed, view, messages, transaction);
            case CatchupCallback.JumpToMessage(long message) ->
                    inGroup.jumpTo(pressed, message, messages, transaction);
            case CatchupCallback.ShowGroup chosen when !group ->
                    inPrivate.chooseGroup(pressed, chosen, messages, transaction);
            case CatchupCallback.ShowGroup _ ->
                    CallFactory.acknowledge(
                            pressed, MessageKey.BUTTON_LOST.in(messages), transaction);
        }
    }
}
