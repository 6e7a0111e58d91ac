package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.GroupLookup;
import dev.verbatim.telegram.chat.PrivacyMode;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.update.CallFactory;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.CurrentBot;
import dev.verbatim.telegram.update.Incoming;

/// Whatever somebody wants of a group's talk: in the group, in private, and every day. Thread-safe.
public record CatchupCommands(
        GroupCatchupHandler inGroup, PersonalCatchupHandler inPrivate, DigestCommandHandler daily) {

    public static CatchupCommands of(
            CatchupServices catchupServices, ChatAdmins admins, CurrentBot currentBot) {
        var chats = new GroupLookup();
        return new CatchupCommands(
                new GroupCatchupHandler(catchupServices, chats, new PrivacyMode(currentBot)),
                new PersonalCatchupHandler(catchupServices, chats, currentBot),
                new DigestCommandHandler(catchupServices, admins));
    }

    public void command(
            Incoming.Commanded commanded, MessageCatalog messages, ReplyTransaction transaction) {
        if (commanded.command() == Command.DIGEST) {
            daily.command(commanded, messages, transaction);
        } else if (commanded.context().kind().isGroup()) {
            inGroup.command(commanded, messages, transaction);
        } else {
            inPrivate.command(commanded, messages, transaction);
        }
    }

    /// A link to a catch-up; false when it is another one, or opened where others read along.
    public boolean open(
            Incoming.Commanded start, MessageCatalog messages, ReplyTransaction transaction) {
        return !start.context().kind().isGroup()
                && inPrivate.open(start.context(), start.payload().strip(), messages, transaction);
    }

    public void press(
            Incoming.Pressed pressed,
            CatchupCallback choice,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        boolean group = pressed.context().kind().isGroup();
        switch (choice) {
            case CatchupCallback.ShowPage page when group ->
                    inGroup.turnPage(pressed, page, messages, transaction);
            case CatchupCallback.ShowPage page ->
                    inPrivate.turnPage(pressed, page, messages, transaction);
            case CatchupCallback.SendPrivately(long view) ->
                    inPrivate.send(pressed, view, messages, transaction);
            case CatchupCallback.JumpToMessage(long message) ->
                    inGroup.jump(pressed, message, messages, transaction);
            case CatchupCallback.ShowGroup chosen when !group ->
                    inPrivate.choose(pressed, chosen, messages, transaction);
            case CatchupCallback.ShowGroup _ ->
                    CallFactory.acknowledge(
                            pressed, MessageKey.BUTTON_LOST.in(messages), transaction);
        }
    }
}
