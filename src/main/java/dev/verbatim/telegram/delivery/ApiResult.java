package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.telegram.delivery.TelegramConnection.State;
import dev.verbatim.telegram.update.UpdateDecoder;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A result of a call of the Bot API, and the one place that says what Telegram's errors mean, for
/// polls and for calls alike:
///
/// | Telegram says | meaning | a poll | a call |
/// |---|---|---|---|
/// | nothing: no connection, time-out | [Undelivered], unreachable | waits, longer each time | made again |
/// | a page, garbage, 5xx | [Undelivered], out of order | waits, longer each time | made again |
/// | 429 | [Undelivered], flooded | waits as long as told | its chat waits as long as told |
/// | `migrate_to_chat_id` | [Moved] | – | goes to the chat's new id |
/// | 403, or "chat not found" | [Unwelcome] | – | the chat is closed until a user writes |
/// | "message is not modified", "query is too old" | [Delivered] before | – | counts as done |
/// | 401, 404 | [Rejected], wrong token | waits, longer each time | refused |
/// | 409 | [Rejected], conflict | waits, longer each time | refused |
/// | any other error | [Rejected] | waits, longer each time | refused |
///
/// A refused call is replaced by its alternative ([ApiCall#otherwise]), or parked. Every failed
/// poll shows in health and in the log as its [State].
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
    ///
    /// @param state what it says about the connection
    record Rejected<T>(State state, String reason) implements ApiResult<T> {}

    /// Telegram can't be reached, or is out of order.
    ///
    /// @param state what it says about the connection
    /// @param reason what Telegram says, or what was seen instead
    /// @param retryAfter how long Telegram asks to wait; zero when it doesn't
    record Undelivered<T>(State state, String reason, Duration retryAfter) implements ApiResult<T> {

        static <T> Undelivered<T> unreachable(String reason) {
            return new Undelivered<>(State.UNREACHABLE, reason, Duration.ZERO);
        }

        static <T> Undelivered<T> outOfOrder(String reason) {
            return new Undelivered<>(State.NO_BOT_API, reason, Duration.ZERO);
        }
    }

    /// Reads a response.
    ///
    /// @param body as it came
    /// @param seen what it looks like from outside, in case that it is none of the Bot API
    /// @return with the whole response
    static ApiResult<JsonNode> read(String body, String seen) {
        try {
            // An empty body is read as nothing at all.
            JsonNode nothing = UpdateDecoder.JSON.nullNode();
            JsonNode json = Objects.requireNonNullElse(UpdateDecoder.JSON.readTree(body), nothing);
            if (json.path("ok").asBoolean()) {
                return new Delivered<>(json);
            }
            return json.path("error_code").intValue() == 0
                    ? Undelivered.outOfOrder(seen)
                    : error(json, json.path("description").asText(seen));
        } catch (JsonProcessingException e) {
            return Undelivered.outOfOrder(seen); // the message of the exception quotes users
        }
    }

    private static ApiResult<JsonNode> error(JsonNode json, String reason) {
        int code = json.path("error_code").intValue();
        JsonNode newChat = json.at("/parameters/migrate_to_chat_id");
        if (code == 429) {
            int seconds = Math.max(1, json.at("/parameters/retry_after").asInt(1));
            return new Undelivered<>(State.FLOODED, reason, Duration.ofSeconds(seconds));
        }
        if (code >= 500) {
            return Undelivered.outOfOrder(reason);
        }
        if (newChat.canConvertToLong()) {
            return new Moved<>(newChat.longValue());
        }
        if (code == 403 || reason.contains("chat not found")) {
            return new Unwelcome<>(reason);
        }
        return isSettled(reason) ? new Delivered<>(null) : refused(code, reason);
    }

    private static boolean isSettled(String reason) {
        return reason.contains("message is not modified") || reason.contains("query is too old");
    }

    private static Rejected<JsonNode> refused(int code, String reason) {
        State state =
                switch (code) {
                    case 401, 404 -> State.WRONG_TOKEN;
                    case 409 -> State.CONFLICT;
                    default -> State.NO_BOT_API;
                };
        return new Rejected<>(state, reason);
    }
}
