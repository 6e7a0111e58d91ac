package dev.verbatim.telegram.delivery;

import dev.verbatim.telegram.delivery.UpdateProcessor.LoadedUpdate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A policy for requests that are too old: of those that a chat has waited for longer than five
/// minutes, only the last three are answered, and a chat's newest question comes first. It holds
/// whatever else waits between them. An album counts as one request.
///
/// An answer that comes late is still an answer; a dozen of them at once, to a user who has long
/// gone on, is a nuisance. Presses of buttons and commands are handled in their order, since a
/// later one may take back an earlier one.
final class StaleBacklog {

    private static final Duration STALE = Duration.ofMinutes(5);
    private static final int KEPT = 3;
    private static final int PAGE = 500;

    private final Inbox inbox;
    private final UpdateProcessor processor;
    private final Clock clock;

    StaleBacklog(Inbox inbox, UpdateProcessor processor, Clock clock) {
        this.inbox = inbox;
        this.processor = processor;
        this.clock = clock;
    }

    /// What to do about a chat's old requests.
    ///
    /// @param next to be handled now
    /// @param missed ids of updates that aren't handled any more
    /// @param lastMissed missing when none is
    record Selection(LoadedUpdate next, List<Long> missed, @Nullable LoadedUpdate lastMissed) {}

    /// Whether a request has waited for too long.
    boolean isStale(Inbox.Pending update) {
        return update.askedAt() < limit().toEpochMilli();
    }

    /// The time until nothing older is expected to come from Telegram any more, so that it is known
    /// which requests are the last ones.
    Duration remainingWait(LoadedUpdate update) {
        return update.decoded().wantsReply() && isStale(update.pending())
                ? inbox.arrivals.remainingWait()
                : Duration.ZERO;
    }

    /// Selects from the requests of a chat, the first of which is too old.
    ///
    /// @param ready which updates may be handled now
    Selection select(long chatId, LoadedUpdate first, Predicate<Inbox.Pending> ready) {
        List<LoadedUpdate> kept = kept(chatId, ready);
        List<Long> keptIds = kept.stream().map(LoadedUpdate::updateId).toList();
        List<Long> missed = new ArrayList<>();
        LoadedUpdate lastMissed = null;
        List<Inbox.Pending> page = inbox.waitingSince(chatId, limit(), 0, PAGE);
        while (!page.isEmpty()) {
            for (LoadedUpdate update : requests(page, ready)) {
                if (!keptIds.contains(update.updateId())) {
                    missed.add(update.updateId());
                    lastMissed = update;
                }
            }
            page = inbox.waitingSince(chatId, limit(), page.getLast().place(), PAGE);
        }
        boolean inOrder = !first.decoded().isQuestion() && keptIds.contains(first.updateId());
        return new Selection(inOrder ? first : newestQuestion(kept, first), missed, lastMissed);
    }

    /// The fresh requests and the last of the old ones, the newest first.
    private List<LoadedUpdate> kept(long chatId, Predicate<Inbox.Pending> ready) {
        List<LoadedUpdate> kept = new ArrayList<>();
        Set<String> albums = new HashSet<>();
        int old = 0;
        for (LoadedUpdate update : requests(inbox.newest(chatId, PAGE), ready)) {
            String album = update.decoded().envelope().albumId();
            boolean counts = album == null || albums.add(album);
            old += counts && isStale(update.pending()) ? 1 : 0;
            if (old <= KEPT) {
                kept.add(update);
            }
        }
        return kept;
    }

    private List<LoadedUpdate> requests(List<Inbox.Pending> page, Predicate<Inbox.Pending> ready) {
        return page.stream()
                .filter(ready)
                .map(processor::load)
                .flatMap(Optional::stream)
                .filter(update -> update.decoded().wantsReply())
                .toList();
    }

    private static LoadedUpdate newestQuestion(List<LoadedUpdate> kept, LoadedUpdate first) {
        return kept.stream()
                .filter(update -> update.decoded().isQuestion())
                .findFirst()
                .orElse(kept.isEmpty() ? first : kept.getLast());
    }

    private Instant limit() {
        return clock.instant().minus(STALE);
    }
}
