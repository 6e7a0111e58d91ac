package dev.verbatim.telegram.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// A limiter of calls: it keeps to what Telegram lets a bot send, and to the waits that Telegram
/// asks for. Measured by a clock that never jumps. Thread-safe.
final class RateLimiter {

    private static final Pattern MESSAGE = Pattern.compile("^(?:send|edit|forward|copy)");

    // Long after a bucket is full again.
    private static final Duration FORGET = Duration.ofMinutes(10);

    private final TelegramSettings.RateLimits limits;
    private final TimeMeter time;
    private final Bucket overall;
    private final Cache<Long, Bucket> chats =
            Caffeine.newBuilder().expireAfterAccess(FORGET).build();
    private final Map<Long, Long> holds = new ConcurrentHashMap<>();

    RateLimiter(TelegramSettings.RateLimits limits, TimeMeter time) {
        this.limits = limits;
        this.time = time;
        this.overall = bucket(limits.overallPerSecond(), limits.overallPerSecond(), 1);
    }

    /// Takes a place for a call.
    ///
    /// @return how long to wait before making it
    Duration take(String method, long chatId) {
        if (!isMessage(method)) {
            return Duration.ZERO;
        }
        long nanos = overall.consumeIgnoringRateLimits(1);
        if (chatId != BotApiGateway.NO_CHAT) {
            nanos = Math.max(nanos, chat(chatId).consumeIgnoringRateLimits(1));
        }
        return Duration.ofNanos(nanos);
    }

    /// Stops calls to a chat for some time; all calls when it is [BotApiGateway#NO_CHAT].
    void pause(long chatId, Duration wait) {
        long until = time.currentTimeNanos() + wait.toNanos();
        holds.merge(chatId, until, (one, other) -> one - other > 0 ? one : other);
    }

    /// The time for which calls to a chat are still stopped.
    Duration remainingPause(long chatId) {
        long nanos = Math.max(heldNanos(chatId), heldNanos(BotApiGateway.NO_CHAT));
        return Duration.ofNanos(nanos);
    }

    private long heldNanos(long chatId) {
        Long until = holds.get(chatId);
        if (until == null) {
            return 0;
        }
        long left = until - time.currentTimeNanos();
        if (left <= 0) {
            holds.remove(chatId, until);
        }
        return Math.max(0, left);
    }

    /// Whether a method writes what all members of a chat see. Answers to buttons and inline
    /// queries don't count, and may not wait.
    private static boolean isMessage(String method) {
        String name = method.toLowerCase(Locale.ROOT);
        return MESSAGE.matcher(name).lookingAt() && !name.equals("sendchataction");
    }

    private Bucket chat(long chatId) {
        return chats.get(chatId, id -> id < 0 ? ofGroup() : ofPerson());
    }

    private Bucket ofGroup() {
        return bucket(limits.groupPerMinute(), limits.groupPerMinute(), 60);
    }

    private Bucket ofPerson() {
        return bucket(limits.privateBurst(), limits.privatePerSecond(), 1);
    }

    private Bucket bucket(int capacity, int refill, int seconds) {
        return Bucket.builder()
                .addLimit(
                        limit ->
                                limit.capacity(capacity)
                                        .refillGreedy(refill, Duration.ofSeconds(seconds)))
                .withCustomTimePrecision(time)
                .build();
    }
}
