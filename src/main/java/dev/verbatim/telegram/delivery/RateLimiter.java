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

    private static final Pattern MESSAGE =
            Pattern.compile("^(?:send|edit|forward|copy|answerguest)");

    // Long after a bucket is full again.
    private static final Duration FORGET = Duration.ofMinutes(10);

    private final TelegramSettings.RateLimits limits;
    private final TimeMeter time;
    private final Bucket overall;
    private final Cache<Long, Bucket> chats =
            Caffeine.newBuilder().expireAfterAccess(FORGET).build();
    // Chats by id, and methods by name.
    private final Map<Object, Long> holds = new ConcurrentHashMap<>();

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

    /// Stops calls to a chat for some time; only those of the method when they are about
    /// [BotApiGateway#NO_CHAT].
    void pause(String method, long chatId, Duration wait) {
        long now = time.currentTimeNanos();
        long until = now + wait.toNanos();
        holds.values().removeIf(end -> end - now <= 0);
        holds.merge(held(method, chatId), until, (one, other) -> one - other > 0 ? one : other);
    }

    /// The time for which such a call is still stopped.
    Duration remainingPause(String method, long chatId) {
        Object held = held(method, chatId);
        Long until = holds.get(held);
        if (until == null) {
            return Duration.ZERO;
        }
        long left = until - time.currentTimeNanos();
        if (left <= 0) {
            holds.remove(held, until);
        }
        return Duration.ofNanos(Math.max(0, left));
    }

    /// The chats and methods that were stopped and have not been called since.
    int holds() {
        return holds.size();
    }

    private static Object held(String method, long chatId) {
        return chatId == BotApiGateway.NO_CHAT ? method.toLowerCase(Locale.ROOT) : (Object) chatId;
    }

    /// Whether a method writes what all members of a chat see. Answers to buttons and inline
    /// queries don't count, and may not wait; an answer to a guest query is a message.
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
