package dev.verbatim.telegram.delivery;

import java.time.Duration;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// What became of a call.
public sealed interface Delivery {

    /// As wished, now or before.
    record Delivered() implements Delivery {}

    /// The person has blocked the bot, or the chat is gone: nothing we could say would arrive.
    record Unwelcome(String reason) implements Delivery {}

    /// The call itself is refused; making it again would not help, another one might.
    record Rejected(String reason) implements Delivery {}

    /// Telegram, or the way there, is out of order.
    ///
    /// @param told how long we were told to wait; zero when nothing was said
    record Undelivered(String reason, Duration told) implements Delivery {}

    static Delivery of(TelegramApiException failure) {
        return failure instanceof TelegramApiRequestException refusal && code(refusal) != 0
                ? of(code(refusal), String.valueOf(refusal.getApiResponse()), refusal)
                : new Undelivered(cause(failure), Duration.ZERO);
    }

    private static Delivery of(int code, String reason, TelegramApiRequestException refusal) {
        if (code == 429) {
            return new Undelivered(reason, wait(refusal.getParameters()));
        }
        if (code >= 500) {
            return new Undelivered(reason, Duration.ZERO);
        }
        if (code == 403) {
            return new Unwelcome(reason);
        }
        return isSettled(reason) ? new Delivered() : new Rejected(reason);
    }

    /// What Telegram calls an error and is none: it looks already as it should, or the spinner of a
    /// button has long stopped.
    private static boolean isSettled(String reason) {
        return reason.contains("message is not modified") || reason.contains("query is too old");
    }

    private static int code(TelegramApiRequestException refusal) {
        return refusal.getErrorCode() == null ? 0 : refusal.getErrorCode();
    }

    private static Duration wait(ResponseParameters parameters) {
        return parameters == null || parameters.getRetryAfter() == null
                ? Duration.ofSeconds(1)
                : Duration.ofSeconds(parameters.getRetryAfter());
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
