package dev.verbatim.playground.botapi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A rate limiter of a bot's messages, in all and by chat. Telegram doesn't publish its limits;
/// these are the ones that its FAQ recommends. A refused message doesn't count. Thread-safe.
final class SendRateLimits {

    private static final Limit ALL = new Limit(30, Duration.ofSeconds(1));
    private static final Limit CHAT = new Limit(1, Duration.ofSeconds(1));
    private static final Limit GROUP = new Limit(20, Duration.ofMinutes(1));

    private final Clock clock;
    private final Map<Object, Deque<Instant>> sent = new HashMap<>();
    private boolean on;

    SendRateLimits(Clock clock) {
        this.clock = clock;
    }

    private record Limit(int messages, Duration in) {}

    private record Budget(Limit limit, Deque<Instant> spent) {}

    synchronized void enable(boolean now) {
        on = now;
        sent.clear();
    }

    /// Counts a message, or refuses it with the time to wait.
    synchronized void acquire(SimulatedChat chat) {
        if (!on) {
            return;
        }
        List<Budget> budgets = budgets(chat);
        Instant now = clock.instant();
        long wait = budgets.stream().mapToLong(budget -> wait(budget, now)).max().orElse(0);
        if (wait > 0) {
            throw ApiError.flood(wait);
        }
        budgets.forEach(budget -> budget.spent().add(now));
    }

    private List<Budget> budgets(SimulatedChat chat) {
        List<Budget> budgets = new ArrayList<>();
        budgets.add(budget(ALL, "all"));
        budgets.add(budget(CHAT, List.of(CHAT, chat)));
        if (!chat.isPrivate()) {
            budgets.add(budget(GROUP, List.of(GROUP, chat)));
        }
        return budgets;
    }

    private Budget budget(Limit limit, Object key) {
        return new Budget(limit, sent.computeIfAbsent(key, _ -> new ArrayDeque<>()));
    }

    /// In whole seconds, rounded up; 0 when there is room.
    private static long wait(Budget budget, Instant now) {
        Instant from = now.minus(budget.limit().in());
        budget.spent().removeIf(time -> !time.isAfter(from));
        if (budget.spent().size() < budget.limit().messages()) {
            return 0;
        }
        Duration left = Duration.between(from, budget.spent().getFirst());
        return left.plusNanos(999_999_999).toSeconds();
    }
}
