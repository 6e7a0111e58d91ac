package dev.verbatim.playground.botapi;

import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A fault that a call runs into instead of its answer.
public sealed interface InjectedFault {

    /// An error response in the Bot API's format. The call isn't carried out.
    record Refused(int code, JsonNode body) implements InjectedFault {}

    /// A response that isn't the Bot API's, such as a gateway's or a captive portal's. The call
    /// isn't carried out.
    record Page(int status, String type, String body) implements InjectedFault {}

    /// The connection is closed without a response. When the call was carried out before that, a
    /// bot that repeats it does it twice.
    ///
    /// @param carriedOut whether the call is carried out first
    /// @param event runs before the connection is closed, such as the end of the bot's process
    record Disconnected(boolean carriedOut, Runnable event) implements InjectedFault {}

    /// The right response, but late.
    record Slow(Duration delay) implements InjectedFault {}

    static InjectedFault tooManyRequests(int retryAfterSeconds) {
        return new Refused(429, ApiError.flood(retryAfterSeconds).body());
    }

    static InjectedFault unauthorized() {
        return refused(401, "Unauthorized");
    }

    /// Another process polls with the same token.
    static InjectedFault conflict() {
        return new Refused(409, ApiError.otherPoller().body());
    }

    static InjectedFault blockedByUser() {
        return refused(403, "Forbidden: bot was blocked by the user");
    }

    static InjectedFault badRequest(String reason) {
        return refused(400, "Bad Request: " + reason);
    }

    /// What the real server answers while it is about to stop.
    static InjectedFault restarting() {
        return refused(500, "Internal Server Error: restart");
    }

    static InjectedFault refused(int code, String description) {
        return new Refused(code, JsonTrees.error(code, description));
    }

    /// An error as the Bot API returns it.
    ///
    /// @param parameters the `ResponseParameters`, such as `migrate_to_chat_id`
    static InjectedFault refused(int code, String description, Map<String, Long> parameters) {
        ObjectNode body = JsonTrees.error(code, description);
        parameters.forEach(body.putObject("parameters")::put);
        return new Refused(code, body);
    }

    static InjectedFault badGateway() {
        return new Page(502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
    }

    /// A captive portal's page, whose status claims success.
    static InjectedFault captivePortal() {
        return new Page(200, "text/html", "<html><body>Please sign in to the Wi-Fi</body></html>");
    }

    static InjectedFault malformedJson() {
        return new Page(200, "application/json", "{\"ok\":tru");
    }

    /// The connection is closed before the call is carried out.
    static InjectedFault connectionReset() {
        return new Disconnected(false, () -> {});
    }

    /// The call is carried out, but its response is lost.
    static InjectedFault lostResponse() {
        return new Disconnected(true, () -> {});
    }

    static InjectedFault slow(Duration delay) {
        return new Slow(delay);
    }
}
