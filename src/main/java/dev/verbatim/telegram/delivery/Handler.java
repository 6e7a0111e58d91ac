package dev.verbatim.telegram.delivery;

import org.telegram.telegrambots.meta.api.objects.Update;

/// Says something to what comes in. Called for a chat's updates one after another, for chats side
/// by side.
public interface Handler {

    /// Returns when the update is dealt with.
    void handle(Update update);

    /// Says that handling it has failed.
    void apologize(Update update);
}
