package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.GroupChats;
import dev.verbatim.telegram.chat.PrivacyMode;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.CatchupChoice;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Requests;
import dev.verbatim.telegram.update.Self;

/// Whatever somebody wants of a group's talk: in the group, in private, and every day. Thread-safe.
public record CatchupCommands(
        GroupCatchupHandler inGroup, PersonalCatchupHandler inPrivate, DigestCommandHandler daily) {

    public static CatchupCommands of(
            CatchupServices catchupServices, ChatAdmins admins, Self self) {
        var chats = new GroupChats();
        return new CatchupCommands(
                new GroupCatchupHandler(catchupServices, chats, new PrivacyMode(self)),
                new PersonalCatchupHandler(catchupServices, chats, self),
                new DigestCommandHandler(catchupServices, admins));
    }

    public void command(Incoming.Commanded commanded, MessageCatalog messages, Turn turn) {
        if (commanded.command() == Command.DIGEST) {
            daily.command(commanded, messages, turn);
        } else if (commanded.origin().kind().isGroup()) {
            inGroup.command(commanded, messages, turn);
        } else {
            inPrivate.command(commanded, messages, turn);
        }
    }

    /// A link to a catch-up; false when it is another one, or opened where others read along.
    public boolean open(Incoming.Commanded start, MessageCatalog messages, Turn turn) {
        return !start.origin().kind().isGroup()
                && inPrivate.open(start.origin(), start.payload().strip(), messages, turn);
    }

    public void press(
            Incoming.Pressed pressed, CatchupChoice choice, MessageCatalog messages, Turn turn) {
        boolean group = pressed.origin().kind().isGroup();
        switch (choice) {
            case CatchupChoice.Page page when group ->
                    inGroup.turnPage(pressed, page, messages, turn);
            case CatchupChoice.Page page -> inPrivate.turnPage(pressed, page, messages, turn);
            case CatchupChoice.Privately(long view) ->
                    inPrivate.send(pressed, view, messages, turn);
            case CatchupChoice.Jump(long message) -> inGroup.jump(pressed, message, messages, turn);
            case CatchupChoice.Group chosen when !group ->
                    inPrivate.choose(pressed, chosen, messages, turn);
            case CatchupChoice.Group _ ->
                    Requests.acknowledge(pressed, Phrase.BUTTON_LOST.in(messages), turn);
        }
    }
}
