package dev.verbatim.telegram.chat;

import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext.ChatKind;

/// A port for the buttons of one feature. In a kind of chat, every kind of [CallbackData] belongs
/// to exactly one handler.
///
/// Implementations are thread-safe and keep no conversation state: a button still works after a
/// restart.
///
/// @param <C> the callback data of the feature's buttons
public interface CallbackHandler<C extends CallbackData> {

    /// The type of the callback data; its subtypes are included.
    Class<C> callbackType();

    /// Whether its buttons are handled here in a kind of chat; otherwise another handler has them.
    default boolean handlesButtonsIn(ChatKind kind) {
        return true;
    }

    /// Does what a pressed button asks for, and stops its spinner.
    void handle(Incoming.Pressed pressed, C callback, Responder responder);
}
