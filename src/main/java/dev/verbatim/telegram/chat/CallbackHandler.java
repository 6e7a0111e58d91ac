package dev.verbatim.telegram.chat;

import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.update.Incoming;

/// A port for the buttons of one feature. Every kind of [CallbackData] belongs to exactly one
/// handler.
///
/// Implementations are thread-safe and keep no conversation state: a button still works after a
/// restart.
///
/// @param <C> the callback data of the feature's buttons
public interface CallbackHandler<C extends CallbackData> {

    /// The type of the callback data; its subtypes are included.
    Class<C> callbackType();

    /// Does what a pressed button asks for, and stops its spinner.
    void handle(Incoming.Pressed pressed, C callback, Responder responder);
}
