package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.telegram.delivery.TelegramConnection.State;
import dev.verbatim.telegram.update.UpdateDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A result of a call of the Bot API, and the one place that says what Telegram's errors mean, for
/// polls and for calls alike:
///
/// | Telegram says | meaning | a poll | a call |
/// |---|---|---|---|
/// | nothing: no connection, time-out | [Undelivered], unreachable | waits, longer each time | made again |
/// | a page, garbage, 5xx | [Undelivered], out of order | waits, longer each time | made again |
/// | 429, 420 | [Undelivered], flooded | waits as long as told | its chat, or else its method, waits as long as told |
/// | `migrate_to_chat_id` | [Moved] | – | goes to the chat's new id |
/// | "message is not modified", "query is too old" | [Delivered] before | – | counts as done |
/// | 401, 404, "Logged out" | [Undelivered], wrong token | waits, longer each time | made again |
/// | 404 "method not found", by an old server | [Rejected] | – | refused |
/// | 409 | [Undelivered], conflict | waits, longer each time | made again |
/// | any other error | [Rejected] | waits, longer each time | refused |
///
/// Some refusals are about a place where nothing of the bot arrives ([Unwelcome]): the package
/// documentation has their table.
///
/// A refused call is replaced by its alternative ([ApiCall#otherwise]), or parked. Every failed
/// poll shows in health and in the log as its [State].
public sealed interface ApiResult<T> {

    /// Everything is as the call wanted it, now or already before.
    ///
    /// @param result missing when it had been so before
    record Delivered<T>(@Nullable T result) implements ApiResult<T> {}

    /// Nothing of the bot arrives there now.
    record Unwelcome<T>(Barrier barrier, String reason) implements ApiResult<T> {}

    /// A reason why nothing of the bot arrives in a chat or topic. The names are in the store.
    enum Barrier {
        /// The user has blocked the bot, the group has removed it, or the chat is gone.
        CLOSED(
                "chat not found",
                "group chat was deactivated",
                "chat was deleted",
                "USER_DEACTIVATED",
                "PEER_ID_INVALID"),
        /// The bot is in the group and may not write.
        MUTED(
                "not enough rights to send text messages",
                "have no rights to send a message",
                "have no write access to the chat",
                "CHAT_WRITE_FORBIDDEN",
                "CHAT_RESTRICTED",
                "CHAT_SEND_PLAIN_FORBIDDEN"),
        TOPIC_CLOSED("TOPIC_CLOSED"),
        TOPIC_GONE("message thread not found", "TOPIC_DELETED", "TOPIC_ID_INVALID");

        @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
        private final List<String> texts;

        Barrier(String... texts) {
            this.texts = List.of(texts);
        }

        /// Whether it is about the whole chat.
        boolean isOfChat() {
            return this == CLOSED || this == MUTED;
        }

        private static Optional<Barrier> of(int code, String reason) {
            return Stream.of(values())
                    .filter(barrier -> barrier.texts.stream().anyMatch(reason::contains))
                    .findFirst()
                    .or(() -> code == 403 ? Optional.of(CLOSED) : Optional.empty());
        }
    }

    /// The group has become a supergroup, under another id.
    record Moved<T>(long to) implements ApiResult<T> {}

    /// The call itself is refused; making it again would not help, another one might.
    record Rejected<T>(String reason) implements ApiResult<T> {}

    /// Telegram can't be reached, is out of order, or doesn't serve this bot now: nothing is wrong
    /// with the call, and it is waited for. A token is refused for seconds while a server moves.
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
        Optional<State> aboutUs = aboutUs(code, reason);
        if (aboutUs.isPresent()) {
            return new Undelivered<>(aboutUs.get(), reason, retryAfter(code, reason, json));
        }
        if (newChat.canConvertToLong()) {
            return new Moved<>(newChat.longValue());
        }
        return Barrier.of(code, reason)
                .<ApiResult<JsonNode>>map(barrier -> new Unwelcome<>(barrier, reason))
                .orElseGet(
                        () -> isSettled(reason) ? new Delivered<>(null) : new Rejected<>(reason));
    }

    /// What an error says about the connection, when it is not about the call.
    private static Optional<State> aboutUs(int code, String reason) {
        if (code >= 500) {
            return Optional.of(State.NO_BOT_API);
        }
        if (reason.toLowerCase(Locale.ROOT).contains("logged out")) {
            return Optional.of(State.WRONG_TOKEN);
        }
        if (reason.contains("method not found")) {
            return Optional.empty();
        }
        return switch (code) {
            case 401, 404 -> Optional.of(State.WRONG_TOKEN);
            case 409 -> Optional.of(State.CONFLICT);
            case 420, 429 -> Optional.of(State.FLOODED);
            default -> Optional.empty();
        };
    }

    /// How long to wait: as a parameter, or as 420 says it: `FLOOD_WAIT_42`.
    private static Duration retryAfter(int code, String reason, JsonNode json) {
        if (code != 420 && code != 429) {
            return Duration.ZERO;
        }
        String digits = reason.substring(reason.lastIndexOf('_') + 1);
        boolean isNumber = digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        int said =
                isNumber && !digits.isEmpty() && digits.length() <= 6
                        ? Integer.parseInt(digits)
                        : 1;
        int seconds = Math.max(1, json.at("/parameters/retry_after").asInt(said));
        return Duration.ofSeconds(seconds);
    }

    private static boolean isSettled(String reason) {
        return reason.contains("message is not modified") || reason.contains("query is too old");
    }
}
