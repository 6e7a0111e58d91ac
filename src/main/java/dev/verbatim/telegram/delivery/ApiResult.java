package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What became of a call.
public sealed interface ApiResult<T> {

    /// As wished, now or before.
    ///
    /// @param result missing when it had been so before
    record Delivered<T>(@Nullable T result) implements ApiResult<T> {}

    /// The person has blocked the bot, or the chat is gone: nothing we could say would arrive.
    record Unwelcome<T>(String reason) implements ApiResult<T> {}

    /// The group has become a supergroup, under another number.
    record Moved<T>(long to) implements ApiResult<T> {}

    /// The call itself is refused; making it again would not help, another one might.
    record Rejected<T>(String reason) implements ApiResult<T> {}

    /// Telegram, or the way there, is out of order.
    ///
    /// @param told how long we were told to wait; zero when nothing was said
    record Undelivered<T>(String reason, Duration told) implements ApiResult<T> {}

    /// What a response says.
    ///
    /// @param response the whole of it, as it came
    /// @param seen what it is, in case that it is no response of a Bot API
    static ApiResult<String> of(String response, String seen) {
        try {
            JsonNode json = new ObjectMapper().readTree(response);
            if (json.path("ok").asBoolean()) {
                return new Delivered<>(response);
            }
            return json.path("error_code").intValue() == 0 ? unreadable(seen) : refusal(json);
        } catch (JsonProcessingException e) {
            return unreadable(seen + ", " + e.getClass().getSimpleName());
        }
    }

    private static ApiResult<String> unreadable(String seen) {
        return new Undelivered<>(seen, Duration.ZERO);
    }

    private static ApiResult<String> refusal(JsonNode json) {
        int code = json.path("error_code").intValue();
        String reason = json.path("description").asText();
        if (code == 429) {
            int seconds = json.at("/parameters/retry_after").asInt(1);
            return new Undelivered<>(reason, Duration.ofSeconds(Math.max(1, seconds)));
        }
        if (code >= 500) {
            return new Undelivered<>(reason, Duration.ZERO);
        }
        if (json.at("/parameters/migrate_to_chat_id").canConvertToLong()) {
            return new Moved<>(json.at("/parameters/migrate_to_chat_id").longValue());
        }
        if (code == 403 || reason.contains("chat not found")) {
            return new Unwelcome<>(reason);
        }
        return isSettled(reason) ? new Delivered<>(null) : new Rejected<>(reason);
    }

    /// What Telegram calls an error and is none: it looks already as it should, or the spinner of a
    /// button has long stopped.
    private static boolean isSettled(String reason) {
        return reason.contains("message is not modified") || reason.contains("query is too old");
    }
}
