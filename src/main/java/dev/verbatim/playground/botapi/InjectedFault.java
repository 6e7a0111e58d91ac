package dev.verbatim.playground.botapi;

import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a call can meet instead of its answer.
public sealed interface InjectedFault {

    /// A refusal in the words of the Bot API; nothing has happened.
    record Refused(int code, JsonNode answer) implements InjectedFault {}

    /// Something else that speaks HTTP, a gateway or a hotel's Wi-Fi; nothing has happened.
    record Page(int status, String type, String body) implements InjectedFault {}

    /// The connection is closed, and nothing has happened.
    record Reset() implements InjectedFault {}

    /// What was asked for has happened, but the connection is closed before the answer: who asks
    /// again gets it twice.
    record Dropped() implements InjectedFault {}

    /// The right answer, late.
    record Slow(Duration by) implements InjectedFault {}

    static InjectedFault flood(int seconds) {
        return new Refused(429, ApiError.flood(seconds).answer());
    }

    static InjectedFault unauthorized() {
        return refused(401, "Unauthorized");
    }

    static InjectedFault conflict() {
        return new Refused(409, ApiError.otherPoller().answer());
    }

    static InjectedFault blocked() {
        return refused(403, "Forbidden: bot was blocked by the user");
    }

    static InjectedFault badRequest(String reason) {
        return new Refused(400, ApiError.badRequest(reason).answer());
    }

    /// The real server is about to stop.
    static InjectedFault restart() {
        return refused(500, "Internal Server Error: restart");
    }

    static InjectedFault refused(int code, String description) {
        ObjectNode answer = JsonTrees.error(code, description);
        return new Refused(code, answer);
    }

    static InjectedFault badGateway() {
        return new Page(502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
    }

    /// A page of a captive portal: HTTP says that all is well.
    static InjectedFault portal() {
        return new Page(200, "text/html", "<html><body>Please sign in to the Wi-Fi</body></html>");
    }

    static InjectedFault garbage() {
        return new Page(200, "application/json", "{\"ok\":tru");
    }

    static InjectedFault reset() {
        return new Reset();
    }

    static InjectedFault dropped() {
        return new Dropped();
    }

    static InjectedFault slow(Duration by) {
        return new Slow(by);
    }
}
