package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.verbatim.telegram.delivery.TelegramConnection.State;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A response of the Bot API, and the one place that says what Telegram's errors mean, for polls
/// and for calls alike:
///
/// | Telegram says | meaning | a poll | a call |
/// |---|---|---|---|
/// | nothing: no connection, time-out | [Kind#UNREACHABLE] | waits, longer each time | made again |
/// | a page, garbage, 5xx | [Kind#OUT_OF_ORDER] | waits, longer each time | made again |
/// | 429 | [Kind#FLOODED] | waits as long as told | its chat waits as long as told |
/// | `migrate_to_chat_id` | [Kind#MOVED] | – | goes to the chat's new id |
/// | 403, or "chat not found" | [Kind#UNWELCOME] | – | the chat is closed until a user writes |
/// | "message is not modified", "query is too old" | [Kind#SETTLED] | – | counts as done |
/// | 401, 404 | [Kind#TOKEN_REFUSED] | waits, longer each time | refused |
/// | 409 | [Kind#CONFLICT] | waits, longer each time | refused |
/// | any other error | [Kind#REFUSED] | waits, longer each time | refused |
///
/// A refused call is replaced by its alternative ([ApiCall#otherwise]), or parked. Every failed
/// poll shows in health and in the log as its kind's [State].
sealed interface BotApiResponse {

    ObjectMapper MAPPER = new ObjectMapper();
    Logger log = LoggerFactory.getLogger(BotApiResponse.class);

    /// The call is done.
    ///
    /// @param json the whole response
    record Success(JsonNode json) implements BotApiResponse {}

    /// The call isn't done, or was done before.
    ///
    /// @param reason what Telegram says, or what was seen instead
    /// @param retryAfter how long to wait, if Telegram says so; else zero
    /// @param movedTo the chat's new id, for [Kind#MOVED]
    record Failure(Kind kind, String reason, Duration retryAfter, long movedTo)
            implements BotApiResponse {

        static Failure unreachable(String reason) {
            return new Failure(Kind.UNREACHABLE, reason, Duration.ZERO, 0);
        }

        static Failure outOfOrder(String reason) {
            return new Failure(Kind.OUT_OF_ORDER, reason, Duration.ZERO, 0);
        }

        /// What it means for a call.
        <T> ApiResult<T> result() {
            return switch (kind) {
                case UNREACHABLE, OUT_OF_ORDER, FLOODED ->
                        new ApiResult.Undelivered<>(reason, retryAfter);
                case MOVED -> new ApiResult.Moved<>(movedTo);
                case UNWELCOME -> new ApiResult.Unwelcome<>(reason);
                case SETTLED -> new ApiResult.Delivered<>(null);
                case TOKEN_REFUSED, CONFLICT, REFUSED -> new ApiResult.Rejected<>(reason);
            };
        }
    }

    /// What an error means.
    enum Kind {
        UNREACHABLE(State.UNREACHABLE),
        OUT_OF_ORDER(State.NO_BOT_API),
        FLOODED(State.FLOODED),
        MOVED(State.NO_BOT_API),
        UNWELCOME(State.NO_BOT_API),
        SETTLED(State.NO_BOT_API),
        TOKEN_REFUSED(State.WRONG_TOKEN),
        CONFLICT(State.CONFLICT),
        REFUSED(State.NO_BOT_API);

        private final State state;

        Kind(State state) {
            this.state = state;
        }

        /// What it says about the connection, when a poll fails with it.
        State state() {
            return state;
        }

        private static Kind of(int code, String reason, JsonNode parameters) {
            if (code == 429) {
                return FLOODED;
            }
            if (code >= 500) {
                return OUT_OF_ORDER;
            }
            if (parameters.path("migrate_to_chat_id").canConvertToLong()) {
                return MOVED;
            }
            if (code == 403 || reason.contains("chat not found")) {
                return UNWELCOME;
            }
            return isSettled(reason) ? SETTLED : refused(code);
        }

        private static boolean isSettled(String reason) {
            return reason.contains("message is not modified")
                    || reason.contains("query is too old");
        }

        private static Kind refused(int code) {
            return switch (code) {
                case 401, 404 -> TOKEN_REFUSED;
                case 409 -> CONFLICT;
                default -> REFUSED;
            };
        }
    }

    /// Reads a response.
    ///
    /// @param body as it came
    /// @param seen what it looks like from outside, in case that it is none of the Bot API
    static BotApiResponse of(String body, String seen) {
        try {
            // An empty body is read as nothing at all.
            JsonNode json = Objects.requireNonNullElse(MAPPER.readTree(body), MAPPER.nullNode());
            if (json.path("ok").asBoolean()) {
                return new Success(json);
            }
            return json.path("error_code").intValue() == 0
                    ? Failure.outOfOrder(seen)
                    : failure(json, seen);
        } catch (JsonProcessingException e) {
            log.debug("not JSON: {}", e.getClass().getSimpleName()); // its message quotes users
            return Failure.outOfOrder(seen);
        }
    }

    private static Failure failure(JsonNode json, String seen) {
        String reason = json.path("description").asText(seen);
        JsonNode parameters = json.path("parameters");
        Kind kind = Kind.of(json.path("error_code").intValue(), reason, parameters);
        int seconds = Math.max(1, parameters.path("retry_after").asInt(1));
        return new Failure(
                kind,
                reason,
                kind == Kind.FLOODED ? Duration.ofSeconds(seconds) : Duration.ZERO,
                parameters.path("migrate_to_chat_id").longValue());
    }
}
