package dev.verbatim.telegram.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/// Who asks how fast: a person, or a group as a whole. Thread-safe.
final class UserRateLimiter {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final long NOBODY = 0;

    private final int questions;
    private final TimeMeter time;
    private final Cache<Long, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(WINDOW.multipliedBy(10)).build();
    private final Cache<Long, Bucket> notices =
            Caffeine.newBuilder().expireAfterAccess(WINDOW.multipliedBy(10)).build();

    UserRateLimiter(RateLimits limits, TimeMeter time) {
        this.questions = limits.questionsPerMinute();
        this.time = time;
    }

    /// Takes a place for a question of somebody.
    ///
    /// @param asker a person or a group
    /// @return how long the asker has to wait for one; zero when it was taken
    Duration take(long asker) {
        if (asker == NOBODY) {
            return Duration.ZERO;
        }
        Bucket bucket = buckets.get(asker, _ -> bucket(questions));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Duration.ZERO
                : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /// How long somebody has to wait for a place; zero when there is one.
    Duration waitOf(long asker) {
        Bucket bucket = buckets.getIfPresent(asker);
        return bucket == null
                ? Duration.ZERO
                : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    /// Gives a place back.
    void giveBack(long asker) {
        Bucket bucket = buckets.getIfPresent(asker);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /// Whether to tell somebody about it: once a window.
    boolean mayBeTold(long asker) {
        return notices.get(asker, _ -> bucket(1)).tryConsume(1);
    }

    private Bucket bucket(int capacity) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }
}
