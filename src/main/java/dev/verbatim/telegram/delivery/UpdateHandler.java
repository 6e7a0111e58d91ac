package dev.verbatim.telegram.delivery;

import java.util.List;
import org.telegram.telegrambots.meta.api.objects.Update;

/// What is said, as far as the line needs to know. Everything here may be called by many threads at
/// once, but for one chat only by one at a time.
public interface UpdateHandler {

    /// Says into the turn what is to be done about an update. May be called again for the same
    /// update when it throws, when the process is killed, or when the store can't be written: so
    /// nothing may be done but through the turn.
    void handle(Update update, ReplyTransaction transaction);

    /// Whether somebody expects a reply. Such updates are what one person can have too many of.
    boolean wantsReply(Update update);

    /// Whether an update is nothing to us, and nobody's business to keep: such a one is passed over
    /// before anything of it is written down. Asked also about what can't be understood yet.
    default boolean passesBy(Update update) {
        return false;
    }

    /// Says why an update got no reply.
    void excuse(Update update, FailureReason why, ReplyTransaction transaction);

    /// Waits until there is something to be said.
    void awaitReady() throws InterruptedException;

    /// Learns what it must know before it can understand an update: none is handled earlier.
    ///
    /// @return false when that wasn't possible; it is asked again
    default boolean meet(BotApiGateway gateway) {
        return true;
    }

    /// Tells Telegram who we are: once, when the line stands.
    void introduce(BotApiGateway gateway);

    /// Who wants to know what number a message got.
    default List<SendListener> receipts() {
        return List.of();
    }

    /// Forgets what has been kept long enough; called once an hour or so.
    default void tidy() {}

    /// Who keeps something about chats.
    default List<ChatData> chatData() {
        return List.of();
    }
}
