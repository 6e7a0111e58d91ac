package dev.verbatim.telegram.delivery;

import dev.verbatim.telegram.delivery.Replying.Opened;
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
final class Turnstile {

    private static final Duration STALE = Duration.ofMinutes(5);
    private static final int STALE_KEPT = 3;
    private static final int STALE_AT_ONCE = 500;

    private final Mail mail;
    private final Replying replying;
    private final Askers askers;
    private final Line line;
    private final Map<Long, Set<Long>> slow = new ConcurrentHashMap<>();

    Turnstile(Mail mail, Replying replying, Askers askers, Line line) {
        this.mail = mail;
        this.replying = replying;
        this.askers = askers;
        this.line = line;
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
        return mail.inbox()
                .next(chatId, waits)
                .map(waiting -> next(chatId, waiting))
                .orElseGet(() -> new Step.Wait(shortest(waits)));
    }

    /// Who has to wait still.
    private Set<Long> waiting(long chatId) {
        Set<Long> waits = slow.get(chatId);
        if (waits == null) {
            return Set.of();
        }
        waits.removeIf(asker -> askers.waitOf(asker).isZero());
        return waits;
    }

    private Step next(long chatId, Waiting waiting) {
        Optional<Opened> opened = replying.open(waiting);
        if (opened.isEmpty()) {
            return new Step.Done(Set.of());
        }
        if (!opened.get().wantsReply()) {
            return new Step.Done(replying.work(chatId, opened.get()));
        }
        return missed(chatId, waiting).orElseGet(() -> inTurn(chatId, opened.get()));
    }

    /// Passes over questions that are too old, if there are many.
    private Optional<Step> missed(long chatId, Waiting first) {
        Instant limit = line.clock().instant().minus(STALE);
        if (first.askedAt() >= limit.toEpochMilli()) {
            return Optional.empty();
        }
        List<Opened> old =
                mail.inbox().waitingSince(chatId, limit, STALE_AT_ONCE).stream()
                        .map(replying::open)
                        .flatMap(Optional::stream)
                        .filter(Opened::wantsReply)
                        .toList();
        return old.size() <= STALE_KEPT
                ? Optional.empty()
                : Optional.of(miss(chatId, old.subList(0, old.size() - STALE_KEPT)));
    }

    private Step miss(long chatId, List<Opened> questions) {
        line.meters().missed(questions.size());
        return new Step.Done(
                told(
                        chatId,
                        questions.getLast(),
                        Excuse.MISSED,
                        questions.stream().map(Opened::waiting).map(Waiting::updateId).toList()));
    }

    private Step inTurn(long chatId, Opened question) {
        long asker = slowAsker(chatId, question.waiting().personId());
        if (asker == 0) {
            return new Step.Done(replying.work(chatId, question));
        }
        if (slow.computeIfAbsent(chatId, _ -> ConcurrentHashMap.newKeySet()).add(asker)) {
            line.meters().slowed();
        }
        return new Step.Done(told(chatId, question, Excuse.TOO_FAST, List.of()));
    }

    /// The person, or the group, that asks too fast; 0 when neither does.
    private long slowAsker(long chatId, long personId) {
        if (!askers.take(personId).isZero()) {
            return personId;
        }
        if (chatId < 0 && !askers.take(chatId).isZero()) {
            askers.giveBack(personId);
            return chatId;
        }
        return 0;
    }

    /// Says it, unless the chat was told something like that just now.
    private Set<Long> told(long chatId, Opened about, Excuse why, Collection<Long> done) {
        if (askers.mayBeTold(chatId)) {
            return replying.excuse(
                    about, why, rows -> done.forEach(update -> Inbox.done(rows, update)));
        }
        mail.store()
                .write(
                        rows -> {
                            done.forEach(update -> Inbox.done(rows, update));
                            return done.size();
                        });
        return Set.of();
    }

    private Duration shortest(Collection<Long> waits) {
        return waits.stream().map(askers::waitOf).min(Duration::compareTo).orElse(Duration.ZERO);
    }
}
