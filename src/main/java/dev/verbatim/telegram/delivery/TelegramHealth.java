package dev.verbatim.telegram.delivery;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// Whether the bot can be reached on Telegram, and what to do when not.
final class TelegramHealth implements HealthIndicator {

    private final Connection connection;

    TelegramHealth(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Health health() {
        var status = connection.status();
        var health =
                Health.status(status(status.standing())).withDetail("state", status.standing());
        if (!status.detail().isEmpty()) {
            health.withDetail("seen", status.detail());
        }
        if (!status.standing().advice().isEmpty()) {
            health.withDetail("toDo", status.standing().advice());
        }
        connection
                .sinceLastPoll()
                .ifPresent(age -> health.withDetail("secondsSinceLastPoll", age.toSeconds()));
        return health.build();
    }

    private static Status status(Standing standing) {
        return switch (standing) {
            case CONNECTED -> Status.UP;
            case STARTING -> Status.UNKNOWN;
            case STOPPED -> Status.OUT_OF_SERVICE;
            case UNREACHABLE, WRONG_TOKEN, CONFLICT, FLOODED, NO_BOT_API, BAD_ADDRESS ->
                    Status.DOWN;
        };
    }
}
