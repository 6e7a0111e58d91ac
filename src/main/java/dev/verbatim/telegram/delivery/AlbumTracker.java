package dev.verbatim.telegram.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verbatim.telegram.delivery.UpdateProcessor.LoadedUpdate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A memory of the albums that had their reply. An album comes as a message for each picture or
/// file, one of which may have the words; a user who sends one waits for one reply. Thread-safe.
///
/// It remembers for some minutes and in memory only: after a restart an album may get a second
/// reply, but none goes without.
final class AlbumTracker {

    private static final Duration COMPLETE_AFTER = Duration.ofSeconds(2);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 10_000;

    private record Album(long chatId, String id) {}

    private final Clock clock;
    // Whether the reply was to words.
    private final Cache<Album, Boolean> replied =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST_REMEMBERED).build();

    AlbumTracker(Clock clock) {
        this.clock = clock;
    }

    /// The time until the rest of an update's album must have come; zero for what is in none.
    Duration remainingWait(LoadedUpdate update) {
        Instant complete = Instant.ofEpochMilli(update.pending().askedAt()).plus(COMPLETE_AFTER);
        Duration wait = Duration.between(clock.instant(), complete);
        return update.decoded().albumOfWordless() == null || wait.isNegative()
                ? Duration.ZERO
                : wait;
    }

    /// Whether two updates are parts of one album.
    static boolean areOfOneAlbum(LoadedUpdate one, LoadedUpdate other) {
        String album = one.decoded().envelope().albumId();
        return album != null && album.equals(other.decoded().envelope().albumId());
    }

    /// Whether an update's album has had its reply. One to a part without words is none to the
    /// words that come after it.
    boolean hasReply(LoadedUpdate update) {
        Album album = album(update);
        Boolean toWords = album == null ? null : replied.getIfPresent(album);
        return toWords != null && (toWords || !update.decoded().isQuestion());
    }

    void noteReply(LoadedUpdate update) {
        Album album = album(update);
        if (album != null) {
            replied.asMap().merge(album, update.decoded().isQuestion(), Boolean::logicalOr);
        }
    }

    private static @Nullable Album album(LoadedUpdate update) {
        String id = update.decoded().envelope().albumId();
        return id == null ? null : new Album(update.decoded().envelope().chatId(), id);
    }
}
