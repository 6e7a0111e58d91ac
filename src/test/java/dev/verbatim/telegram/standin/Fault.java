package dev.verbatim.telegram.standin;

import java.time.Duration;
import java.util.Map;

/// What a call can meet instead of its answer.
public sealed interface Fault {

    /// A refusal in the words of the Bot API.
    record Refused(int code, String description, Map<String, Object> parameters) implements Fault {}

    /// Something else that speaks HTTP.
    record Page(int status, String type, String body) implements Fault {}

    /// The connection is closed without an answer.
    record Reset() implements Fault {}

    /// The right answer, late.
    record Slow(Duration by) implements Fault {}

    /// Something happens to the bot while it is being answered.
    ///
    /// @param accepted whether the call is carried out before that
    record Meanwhile(boolean accepted, Runnable event) implements Fault {}

    static Fault flood(int seconds) {
        return new Refused(
                429, "Too Many Requests: retry after " + seconds, Map.of("retry_after", seconds));
    }

    static Fault unauthorized() {
        return new Refused(401, "Unauthorized", Map.of());
    }

    static Fault conflict() {
        return new Refused(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot"
                        + " instance is running",
                Map.of());
    }

    static Fault blocked() {
        return new Refused(403, "Forbidden: bot was blocked by the user", Map.of());
    }

    static Fault badRequest(String reason) {
        return new Refused(400, "Bad Request: " + reason, Map.of());
    }

    static Fault badGateway() {
        return new Page(502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
    }

    /// A page of a captive portal: HTTP says that all is well.
    static Fault portal() {
        return new Page(200, "text/html", "<html><body>Please sign in to the Wi-Fi</body></html>");
    }

    static Fault garbage() {
        return new Page(200, "application/json", "{\"ok\":tru");
    }

    static Fault reset() {
        return new Reset();
    }

    static Fault slow(Duration by) {
        return new Slow(by);
    }
}
