package dev.verbatim.telegram.delivery;

import dev.verbatim.telegram.delivery.UpdateHandler.FailureReason;
import dev.verbatim.telegram.delivery.UpdateProcessor.LoadedUpdate;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The order in which a chat's updates are handled: as they came, but questions only as fast as the
/// [QuestionThrottle] admits them, and of those that are too old only the last few, as
/// [StaleBacklog] says. Thread-safe; a chat's by one thread at a time.
final class UpdateScheduler {

    // What Telegram puts into one.
    private static final int ALBUM = 10;

    private final DeliveryStore store;
    private final UpdateProcessor processor;
    private final QuestionThrottle throttle;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final AlbumTracker albums;
    private final StaleBacklog backlog;

    UpdateScheduler(
            DeliveryStore store,
            UpdateProcessor processor,
            QuestionThrottle throttle,
            DeliveryContext context) {
        this.store = store;
        this.processor = processor;
        this.throttle = throttle;
        this.metrics = context.metrics;
        this.clock = context.clock;
        this.albums = new AlbumTracker(clock);
        this.backlog = new StaleBacklog(store.inbox, processor, clock);
    }

    /// The outcome of a step.
    sealed interface Step {

        /// Something was done.
        ///
        /// @param waking the chats that have something to be done now
        record Done(Set<Long> waking) implements Step {}

        /// Nothing can be done before some time has passed; zero when there is nothing to do.
        record Wait(Duration time) implements Step {}
    }

    /// Handles a chat's next update, if there is one that doesn't have to wait.
    Step next(long chatId) {
        Set<Long> waiting = throttle.waiting(chatId);
        if (waiting.contains(chatId)) {
            return new Step.Wait(moment(throttle.shortestWait(waiting)));
        }
        return store.inbox
                .next(chatId, waiting, processor.recovery.attemptsDue())
                .map(pending -> next(chatId, pending))
                .orElseGet(() -> new Step.Wait(shortestWait(chatId, waiting)));
    }

    /// The time until a user who asked too fast, or an update that may have ended the process, may
    /// go on.
    private Duration shortestWait(long chatId, Set<Long> waiting) {
        return Stream.concat(
                        waiting.isEmpty()
                                ? Stream.empty()
                                : Stream.of(moment(throttle.shortestWait(waiting))),
                        store.inbox.next(chatId, waiting, Integer.MAX_VALUE).stream()
                                .map(Inbox.Pending::attempts)
                                .map(processor.recovery::remainingWait)
                                .map(UpdateScheduler::moment))
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /// At least a moment: the wait may have ended just now, and none at all means that there is
    /// nothing to do.
    private static Duration moment(Duration wait) {
        return wait.isZero() ? Duration.ofMillis(1) : wait;
    }

    private Step next(long chatId, Inbox.Pending pending) {
        Optional<LoadedUpdate> loaded = processor.load(pending);
        Duration wait =
                loaded.map(albums::remainingWait)
                        .filter(Duration::isPositive)
                        .or(() -> loaded.map(backlog::remainingWait))
                        .orElse(Duration.ZERO);
        return wait.isZero()
                ? new Step.Done(loaded.map(update -> handled(chatId, update)).orElseGet(Set::of))
                : new Step.Wait(wait);
    }

    private Set<Long> handled(long chatId, LoadedUpdate update) {
        if (!update.decoded().wantsReply()) {
            return processor.process(chatId, update);
        }
        if (isLeftToAnother(chatId, update)) {
            store.write(rows -> store.inbox.complete(rows, update.updateId()));
            return Set.of();
        }
        return backlog.isStale(update.pending())
                ? handleStale(chatId, update)
                : answer(chatId, update);
    }

    private Set<Long> handleStale(long chatId, LoadedUpdate first) {
        Set<Long> throttled = throttle.waiting(chatId);
        int attemptsDue = processor.recovery.attemptsDue();
        var selected =
                backlog.select(
                        chatId,
                        first,
                        update ->
                                update.attempts() <= attemptsDue
                                        && !throttled.contains(update.personId()));
        Set<Long> waking = new HashSet<>(answer(chatId, selected.next()));
        LoadedUpdate missed = selected.lastMissed();
        if (missed != null) {
            metrics.missed(selected.missed().size());
            waking.addAll(notify(chatId, missed, FailureReason.MISSED, selected.missed()));
        }
        return waking;
    }

    private Set<Long> answer(long chatId, LoadedUpdate update) {
        if (!throttle.admit(chatId, update.pending().personId())) {
            return notify(chatId, update, FailureReason.TOO_FAST, List.of());
        }
        try {
            Set<Long> waking = processor.process(chatId, update);
            albums.noteReply(update); // only now: what fails is tried again
            return waking;
        } catch (UpdateHandler.PostponedException e) {
            throttle.giveBack(chatId, update.pending().personId()); // it isn't the asker's haste
            throw e;
        }
    }

    /// Whether a part of an album gets no reply, since its album had one or, when it has no words,
    /// another part of the album will.
    private boolean isLeftToAnother(long chatId, LoadedUpdate update) {
        if (update.decoded().isQuestion()) {
            return albums.hasReply(update);
        }
        return update.decoded().albumOfWordless() != null
                && (albums.hasReply(update)
                        || store
                                .inbox
                                .waitingSince(chatId, clock.instant().plusSeconds(1), 0, ALBUM)
                                .stream()
                                .filter(other -> other.updateId() != update.updateId())
                                .map(processor::load)
                                .flatMap(Optional::stream)
                                .anyMatch(other -> AlbumTracker.areOfOneAlbum(update, other)));
    }

    /// Says why there is no answer, unless the chat was told something like it in the last minute.
    private Set<Long> notify(
            long chatId, LoadedUpdate about, FailureReason reason, List<Long> completed) {
        if (throttle.mayNotify(chatId)) {
            return processor.apologize(
                    about, reason, rows -> completed.forEach(id -> store.inbox.complete(rows, id)));
        }
        store.write(rows -> completed.forEach(id -> store.inbox.complete(rows, id)));
        return Set.of();
    }
}
