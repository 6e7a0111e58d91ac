package dev.verbatim.telegram.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The result of a call: see the table of [BotApiResponse].
public sealed interface ApiResult<T> {

    /// Everything is as the call wanted it, now or already before.
    ///
    /// @param result missing when it had been so before
    record Delivered<T>(@Nullable T result) implements ApiResult<T> {}

    /// The user has blocked the bot, or the chat is gone: nothing would arrive there.
    record Unwelcome<T>(String reason) implements ApiResult<T> {}

    /// The group has become a supergroup, under another id.
    record Moved<T>(long to) implements ApiResult<T> {}

    /// The call itself is refused; making it again would not help, another one might.
    record Rejected<T>(String reason) implements ApiResult<T> {}

    /// Telegram can't be reached, or is out of order.
    ///
    /// @param retryAfter how long Telegram asks to wait; zero when it doesn't
    record Undelivered<T>(String reason, Duration retryAfter) implements ApiResult<T> {}
}
