package dev.verbatim.telegram;

import dev.verbatim.telegram.answering.PassageLinkHandler;
import dev.verbatim.telegram.catchup.PersonalCatchupHandler;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import java.util.Map;
import java.util.Optional;

/// A handler of `/start`, which is also what a deep link (`t.me/<bot>?start=…`) sends.
final class StartHandler implements CommandHandler {

    private final PersonalCatchupHandler catchups;
    private final PassageLinkHandler passages;

    StartHandler(PersonalCatchupHandler catchups, PassageLinkHandler passages) {
        this.catchups = catchups;
        this.passages = passages;
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(Command.START, this::start);
    }

    private void start(Incoming.Commanded command, Responder responder) {
        if (catchups.open(command, responder)) {
            return;
        }
        String payload = command.payload().strip();
        Optional<PassageReference> reference = PassageReference.decode(payload);
        if (reference.isPresent()) {
            passages.open(reference.get(), responder);
        } else if (PassageReference.isDamaged(payload) || catchups.isCutOff(payload)) {
            responder.send(MessageKey.LINK_INCOMPLETE);
        } else if (!isGroupInvitation(command)) {
            responder.send(MessageKey.START);
        }
    }

    /// A link that adds the bot to a group sends the command by itself; the group has got its
    /// greeting already.
    private static boolean isGroupInvitation(Incoming.Commanded command) {
        return command.context().kind().isGroup() && !command.payload().isBlank();
    }
}
