package dev.verbatim.telegram.chat;

import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.util.Map;

/// A port for the commands of one feature. In a kind of chat, every [Command] belongs to exactly
/// one handler.
///
/// Implementations are thread-safe and keep no conversation state: what a reply needs comes with
/// the command or is in the store.
public interface CommandHandler {

    /// The commands of this feature, and what each of them does.
    Map<Command, Action> commands();

    /// Whether its commands are handled here in a kind of chat; otherwise another handler has them.
    default boolean handlesCommandsIn(ChatKind kind) {
        return true;
    }

    /// What a command does.
    @FunctionalInterface
    interface Action {

        /// Replies to one command.
        void handle(Incoming.Commanded command, Responder responder);
    }
}
