package dev.verbatim.telegram.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A limit of questions per minute for each user, and for each group as a whole. Thread-safe, as
/// long as a chat's questions are asked about by one thread at a time.
final class QuestionThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final long NOBODY = 0;

    private final int questions;
    private final TimeMeter time;
    private final DeliveryMetrics metrics;
    private final Cache<Long, Bucket> buckets = cache();
    private final Cache<Long, Bucket> notices = cache();
    private final Map<Long, Set<Long>> throttled = new ConcurrentHashMap<>();

    QuestionThrottle(TelegramSettings.RateLimits limits, TimeMeter time, DeliveryMetrics metrics) {
        this.questions = limits.questionsPerMinute();
        this.time = time;
        this.metrics = metrics;
    }

    /// Those of a chat whose questions have to wait still: users, or the chat's own id when it is a
    /// group that asks too fast as a whole.
    Set<Long> waiting(long chatId) {
        Set<Long> waiting = throttled.get(chatId);
        if (waiting == null) {
            return Set.of();
        }
        waiting.removeIf(asker -> waitOf(asker).isZero());
        return waiting;
    }

    /// The time until the first of some askers may ask again; zero when there is none.
    Duration shortestWait(Set<Long> askers) {
        return askers.stream().map(this::waitOf).min(Duration::compareTo).orElse(Duration.ZERO);
    }

    /// Takes a place for a question, of its user and of its group.
    ///
    /// @return whether there was one; if not, the asker is among [#waiting] from now on
    boolean admit(long chatId, long personId) {
        long asker = tooFast(chatId, personId);
        if (asker == NOBODY) {
            return true;
        }
        if (throttled.computeIfAbsent(chatId, _ -> ConcurrentHashMap.newKeySet()).add(asker)) {
            metrics.slowed();
        }
        return false;
    }

    /// Whether a chat may be told about its waiting or missed questions: once a minute.
    boolean mayNotify(long chatId) {
        return notices.get(chatId, _ -> bucket(1)).tryConsume(1);
    }

    private long tooFast(long chatId, long personId) {
        if (!take(personId)) {
            return personId;
        }
        if (chatId < 0 && !take(chatId)) {
            giveBack(personId);
            return chatId;
        }
        return NOBODY;
    }

    private boolean take(long asker) {
        return asker == NOBODY || buckets.get(asker, _ -> bucket(questions)).tryConsume(1);
    }

    private void giveBack(long asker) {
        Bucket bucket = buckets.getIfPresent(asker);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    private Duration waitOf(long asker) {
        Bucket bucket = buckets.getIfPresent(asker);
        return bucket == null
                ? Duration.ZERO
                : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private static Cache<Long, Bucket> cache() {
        return Caffeine.newBuilder().expireAfterAccess(WINDOW.multipliedBy(10)).build();
    }

    private Bucket bucket(int capacity) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }
}
