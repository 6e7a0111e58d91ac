package dev.verbatim.telegram.catchup;

import dev.verbatim.group.Author;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.group.catchup.Catchup;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.ChatData;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// What catch-ups are made of, and what is kept of them. Thread-safe.
public final class CatchupServices {

    // A long talk keeps a processor busy for seconds, and questions are answered meanwhile.
    private static final int AT_ONCE = 1;

    private final MessageArchive archive;
    private final CatchupGenerator catchupGenerator;
    private final CatchupViewStore views;
    private final DigestStore digests;
    private final TimeZoneTable zones;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    public CatchupServices(
            MessageArchive archive,
            CatchupGenerator catchupGenerator,
            Store store,
            ZoneId zone,
            Clock clock) {
        this.archive = archive;
        this.catchupGenerator = catchupGenerator;
        this.views = new CatchupViewStore(store, clock);
        this.digests = new DigestStore(store);
        this.zones = new TimeZoneTable(store, zone);
        this.clock = clock;
    }

    MessageArchive archive() {
        return archive;
    }

    CatchupViewStore views() {
        return views;
    }

    public DigestStore digests() {
        return digests;
    }

    TimeZoneTable zones() {
        return zones;
    }

    Clock clock() {
        return clock;
    }

    /// May take seconds, and waits for its turn.
    Catchup digest(List<ChatMessage> messages, @Nullable Author reader) {
        places.acquireUninterruptibly();
        try {
            return catchupGenerator.digest(messages, reader);
        } finally {
            places.release();
        }
    }

    public List<ChatData> chatData() {
        return List.of(views, digests, zones);
    }

    /// Forgets what has been kept long enough.
    public void tidy() {
        views.tidy();
    }
}
