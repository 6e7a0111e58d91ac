package dev.verbatim.telegram.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
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
    private final Cache<Long, Set<Long>> throttled;

    QuestionThrottle(TelegramSettings.RateLimits limits, TimeMeter time, DeliveryMetrics metrics) {
        this.questions = limits.questionsPerMinute();
        this.time = time;
        this.metrics = metrics;
        this.throttled = forgetting(Caffeine.newBuilder().ticker(time::currentTimeNanos));
    }

    /// Those of a chat whose questions have to wait still: users, or the chat's own id when it is a
    /// group that asks too fast as a whole.
    Set<Long> waiting(long chatId) {
        Set<Long> waiting = throttled.getIfPresent(chatId);
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
        if (throttled.get(chatId, _ -> ConcurrentHashMap.newKeySet()).add(asker)) {
            metrics.slowed();
        }
        return false;
    }

    /// Gives back the place of a question that wasn't answered and comes again.
    void giveBack(long chatId, long personId) {
        giveBack(personId);
        if (chatId < 0 && chatId != personId) {
            giveBack(chatId);
        }
    }

    /// Whether a chat may be told about its waiting or missed questions: once a minute.
    boolean mayNotify(long chatId) {
        return notices.get(chatId, _ -> bucket(1)).tryConsume(1);
    }

    private long tooFast(long chatId, long personId) {
        if (!take(personId)) {
            return personId;
        }
        // An anonymous admin is the group.
        if (chatId < 0 && chatId != personId && !take(chatId)) {
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

    /// The chats in which somebody asked too fast not long ago.
    long chats() {
        throttled.cleanUp();
        return throttled.estimatedSize();
    }

    private static Cache<Long, Bucket> cache() {
        return forgetting(Caffeine.newBuilder());
    }

    private static <V> Cache<Long, V> forgetting(Caffeine<Object, Object> builder) {
        return builder.expireAfterAccess(WINDOW.multipliedBy(10)).build();
    }

    private Bucket bucket(int capacity) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }
}
