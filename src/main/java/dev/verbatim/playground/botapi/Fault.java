package dev.verbatim.playground.botapi;

import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a call can meet instead of its answer.
public sealed interface Fault {

    /// A refusal in the words of the Bot API; nothing has happened.
    record Refused(int code, JsonNode answer) implements Fault {}

    /// Something else that speaks HTTP, a gateway or a hotel's Wi-Fi; nothing has happened.
    record Page(int status, String type, String body) implements Fault {}

    /// The connection is closed, and nothing has happened.
    record Reset() implements Fault {}

    /// What was asked for has happened, but the connection is closed before the answer: who asks
    /// again gets it twice.
    record Dropped() implements Fault {}

    /// The right answer, late.
    record Slow(Duration by) implements Fault {}

    static Fault flood(int seconds) {
        return new Refused(429, Refusal.flood(seconds).answer());
    }

    static Fault unauthorized() {
        return refused(401, "Unauthorized");
    }

    static Fault conflict() {
        return new Refused(409, Refusal.otherPoller().answer());
    }

    static Fault blocked() {
        return refused(403, "Forbidden: bot was blocked by the user");
    }

    static Fault badRequest(String reason) {
        return new Refused(400, Refusal.badRequest(reason).answer());
    }

    /// The real server is about to stop.
    static Fault restart() {
        return refused(500, "Internal Server Error: restart");
    }

    static Fault refused(int code, String description) {
        ObjectNode answer = Json.error(code, description);
        return new Refused(code, answer);
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

    static Fault dropped() {
        return new Dropped();
    }

    static Fault slow(Duration by) {
        return new Slow(by);
    }
}
