package dev.verbatim.telegram.delivery;

import dev.verbatim.store.Store;
import java.time.Clock;
import java.util.List;

/// What of a line is in the store, and so outlives the process.
record DeliveryStore(
        Store store, ChatRegistry chats, Inbox inbox, Outbox outbox, ReplyCommitter committer) {

    static DeliveryStore in(Store store, List<ChatData> data, Clock clock) {
        var chats = new ChatRegistry(data, clock);
        var outbox = new Outbox(store, chats, clock);
        return new DeliveryStore(
                store,
                chats,
                new Inbox(store, chats, clock),
                outbox,
                new ReplyCommitter(store, outbox));
    }

    /// Forgets what was done long ago.
    void tidy() {
        inbox.tidy();
        outbox.tidy();
    }
}
