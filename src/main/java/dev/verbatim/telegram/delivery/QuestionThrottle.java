package dev.verbatim.telegram.delivery;

import dev.verbatim.telegram.delivery.UpdateProcessor.Opened;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Lets a chat's updates through in order, but questions only as fast as may be asked, and of those
/// that are too old only the last few. Thread-safe; a chat's by one thread at a time.
///
/// An answer that comes late is still an answer; a dozen of them at once, to a person who has long
/// gone on, is a nuisance.
final class QuestionThrottle {

    private static final Duration STALE = Duration.ofMinutes(5);
    private static final int STALE_KEPT = 3;
    private static final int STALE_AT_ONCE = 500;

    private final DeliveryStore store;
    private final UpdateProcessor processor;
    private final UserRateLimiter userRateLimiter;
    private final DeliveryContext context;
    private final Map<Long, Set<Long>> slow = new ConcurrentHashMap<>();

    QuestionThrottle(
            DeliveryStore store,
            UpdateProcessor processor,
            UserRateLimiter userRateLimiter,
            DeliveryContext context) {
        this.store = store;
        this.processor = processor;
        this.userRateLimiter = userRateLimiter;
        this.context = context;
    }

    /// What a step has come to.
    sealed interface Step {

        /// Something was done.
        ///
        /// @param waking the chats that have something to be done now
        record Done(Set<Long> waking) implements Step {}

        /// Nothing can be done before some time has passed; zero when there is nothing to do.
        record Wait(Duration time) implements Step {}
    }

    /// Works on the next of a chat's updates whose turn it is.
    Step next(long chatId) {
        Set<Long> waits = waiting(chatId);
        if (waits.contains(chatId)) {
            return new Step.Wait(shortest(waits));
        }
        return store.inbox()
                .next(chatId, waits)
                .map(pendingUpdate -> next(chatId, pendingUpdate))
                .orElseGet(() -> new Step.Wait(shortest(waits)));
    }

    /// Who has to wait still.
    private Set<Long> waiting(long chatId) {
        Set<Long> waits = slow.get(chatId);
        if (waits == null) {
            return Set.of();
        }
        waits.removeIf(asker -> userRateLimiter.waitOf(asker).isZero());
        return waits;
    }

    private Step next(long chatId, PendingUpdate pendingUpdate) {
        Optional<Opened> opened = processor.open(pendingUpdate);
        if (opened.isEmpty()) {
            return new Step.Done(Set.of());
        }
        if (!opened.get().wantsReply()) {
            return new Step.Done(processor.work(chatId, opened.get()));
        }
        return missed(chatId, pendingUpdate).orElseGet(() -> inTurn(chatId, opened.get()));
    }

    /// Passes over questions that are too old, if there are many.
    private Optional<Step> missed(long chatId, PendingUpdate first) {
        Instant limit = context.clock().instant().minus(STALE);
        if (first.askedAt() >= limit.toEpochMilli()) {
            return Optional.empty();
        }
        List<Opened> old =
                store.inbox().waitingSince(chatId, limit, STALE_AT_ONCE).stream()
                        .map(processor::open)
                        .flatMap(Optional::stream)
                        .filter(Opened::wantsReply)
                        .toList();
        return old.size() <= STALE_KEPT
                ? Optional.empty()
                : Optional.of(miss(chatId, old.subList(0, old.size() - STALE_KEPT)));
    }

    private Step miss(long chatId, List<Opened> questions) {
        context.metrics().missed(questions.size());
        return new Step.Done(
                told(
                        chatId,
                        questions.getLast(),
                        FailureReason.MISSED,
                        questions.stream()
                                .map(Opened::pendingUpdate)
                                .map(PendingUpdate::updateId)
                                .toList()));
    }

    private Step inTurn(long chatId, Opened question) {
        long asker = slowAsker(chatId, question.pendingUpdate().personId());
        if (asker == 0) {
            return new Step.Done(processor.work(chatId, question));
        }
        if (slow.computeIfAbsent(chatId, _ -> ConcurrentHashMap.newKeySet()).add(asker)) {
            context.metrics().slowed();
        }
        return new Step.Done(told(chatId, question, FailureReason.TOO_FAST, List.of()));
    }

    /// The person, or the group, that asks too fast; 0 when neither does.
    private long slowAsker(long chatId, long personId) {
        if (!userRateLimiter.take(personId).isZero()) {
            return personId;
        }
        if (chatId < 0 && !userRateLimiter.take(chatId).isZero()) {
            userRateLimiter.giveBack(personId);
            return chatId;
        }
        return 0;
    }

    /// Says it, unless the chat was told something like that just now.
    private Set<Long> told(long chatId, Opened about, FailureReason why, Collection<Long> done) {
        if (userRateLimiter.mayBeTold(chatId)) {
            return processor.excuse(
                    about, why, rows -> done.forEach(update -> Inbox.done(rows, update)));
        }
        store.store()
                .write(
                        rows -> {
                            done.forEach(update -> Inbox.done(rows, update));
                            return done.size();
                        });
        return Set.of();
    }

    private Duration shortest(Collection<Long> waits) {
        return waits.stream()
                .map(userRateLimiter::waitOf)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
