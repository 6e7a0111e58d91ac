package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.telegram.update.DecodedUpdate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A bot as delivery sees it: a callback that decodes updates and records its replies. Its methods
/// may be called by many threads at once, but for one chat only by one at a time.
public interface UpdateHandler {

    /// A reason why an update got no reply, or has to wait for it. The names are part of keys in
    /// the store.
    enum FailureReason {
        /// An error of the bot.
        FAILED,
        /// It is too old to be replied to, with others of the chat.
        MISSED,
        /// The user or the group asks faster than the bot may reply; this one waits.
        TOO_FAST,
        /// It takes too long to work on.
        TOO_LONG
    }

    /// What is needed to reply can't be had now, through no fault of the update: it waits.
    final class PostponedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        public PostponedException(RuntimeException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /// Waits until the bot has something to answer from.
    void awaitReady() throws InterruptedException;

    /// Finds out what must be known before an update can be decoded: Telegram is asked again until
    /// it tells. No update is handled before [#isIdentified].
    ///
    /// @return whether Telegram has told
    default boolean identify(BotApiGateway gateway) {
        return true;
    }

    /// Whether enough is known to decode updates, if only from an earlier time.
    default boolean isIdentified() {
        return true;
    }

    /// Decodes an update: the only place where that happens.
    ///
    /// @throws JsonProcessingException when it can't be read
    DecodedUpdate decode(JsonNode update) throws JsonProcessingException;

    /// Whether an update may be stored. What a group hasn't agreed to is not.
    default boolean mayStore(DecodedUpdate update) {
        return true;
    }

    /// Reduces an update to what [#decode] needs of it after a restart: that is stored.
    default JsonNode reduce(JsonNode update) {
        return update;
    }

    /// Records the replies to an update. May be called again for the same update when it throws,
    /// when the process is killed, or when the store can't be written: so nothing may be done but
    /// through the transaction.
    ///
    /// @throws PostponedException when it is to be called again later
    void handle(DecodedUpdate update, ReplyTransaction transaction);

    /// Records a message that says why an update got no reply.
    void apologize(DecodedUpdate update, FailureReason reason, ReplyTransaction transaction);

    /// Tells Telegram what its apps show of the bot: once the connection is up and the bot is
    /// identified. Nothing else waits for it.
    ///
    /// @return false when it should be tried again later
    boolean publishProfile(BotApiGateway gateway);

    /// Those who are told the numbers of messages.
    default List<ApiCall.SendListener> sendListeners() {
        return List.of();
    }

    /// Deletes what has expired; called about once an hour.
    default void purgeExpired() {}

    /// Those who keep rows about chats.
    default List<ChatData> chatData() {
        return List.of();
    }

    /// A keeper of rows about chats. What it writes here is committed with what made it necessary.
    interface ChatData {

        /// A group has become a supergroup, under another id; may be called more than once.
        void chatMoved(long from, long to, JdbcClient rows);

        /// Everything about the chat is to be deleted: the bot was removed or blocked, or nothing
        /// has arrived there for 30 days. May be called more than once.
        void chatDeleted(long chatId, JdbcClient rows);
    }
}
