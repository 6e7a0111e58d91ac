package dev.verbatim.telegram.delivery;

import java.util.Map;
import java.util.function.ToLongFunction;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// A health indicator that says whether the bot can be reached on Telegram, and what to do if not.
final class TelegramHealth implements HealthIndicator {

    private final TelegramConnection connection;
    private final DeliveryStore store;

    TelegramHealth(TelegramConnection connection, DeliveryStore store) {
        this.connection = connection;
        this.store = store;
    }

    @Override
    public Health health() {
        var status = connection.status();
        var health = Health.status(status(status.state())).withDetail("state", status.state());
        if (!status.detail().isEmpty()) {
            health.withDetail("seen", status.detail());
        }
        if (!status.state().advice().isEmpty()) {
            health.withDetail("toDo", status.state().advice());
        }
        connection
                .sinceLastPoll()
                .ifPresent(age -> health.withDetail("secondsSinceLastPoll", age.toSeconds()));
        return health.withDetail("updates", counts(store.inbox::count))
                .withDetail("calls", counts(store.outbox::count))
                .build();
    }

    /// What waits will be handled; what is parked was given up.
    private static Map<String, Long> counts(ToLongFunction<String> count) {
        return Map.of(
                "waiting", count.applyAsLong("waiting"), "parked", count.applyAsLong("parked"));
    }

    private static Status status(TelegramConnection.State state) {
        return switch (state) {
            case CONNECTED, STANDING_BY -> Status.UP;
            case STARTING -> Status.UNKNOWN;
            case STOPPED -> Status.OUT_OF_SERVICE;
            case UNREACHABLE,
                    WRONG_TOKEN,
                    CONFLICT,
                    FLOODED,
                    NO_BOT_API,
                    BAD_ADDRESS,
                    WEBHOOK_REFUSED,
                    STORE_FAILING,
                    NOT_POLLING ->
                    Status.DOWN;
        };
    }
}
