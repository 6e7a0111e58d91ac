package dev.verbatim.telegram.delivery;

import dev.verbatim.store.Store;
import java.time.Clock;
import java.util.List;

/// What of a line is in the store, and so outlives the process.
record Mail(Store store, Chats chats, Inbox inbox, Outbox outbox, Turns turns) {

    static Mail in(Store store, List<ChatData> data, Clock clock) {
        var chats = new Chats(data, clock);
        var outbox = new Outbox(store, chats, clock);
        return new Mail(
                store, chats, new Inbox(store, chats, clock), outbox, new Turns(store, outbox));
    }

    /// Forgets what was done long ago.
    void tidy() {
        inbox.tidy();
        outbox.tidy();
    }
}
