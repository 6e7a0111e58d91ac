package dev.verbatim.playground.botapi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A switchboard of the faults that bots' calls run into. Thread-safe.
///
/// A method is named as the Bot API names it, in any case; `*` means every method, and `file` the
/// download of a file.
public final class FaultInjector {

    private static final String EVERY_METHOD = "*";

    private final Map<String, Queue<InjectedFault>> once =
            new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Queue<Conditional> conditional = new ConcurrentLinkedQueue<>();
    private final Map<String, InjectedFault> always =
            new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);

    private record Conditional(
            String method, Predicate<MethodCall> condition, InjectedFault fault) {}

    /// Makes the next calls of a method fail, one per fault.
    public void failNext(String method, InjectedFault... faults) {
        queue(method).addAll(List.of(faults));
    }

    /// Makes the next call of a method fail for which a condition holds.
    public void failNextIf(String method, Predicate<MethodCall> condition, InjectedFault fault) {
        conditional.add(new Conditional(method, condition, fault));
    }

    /// Makes every call of a method fail until [#clear].
    public void failAlways(String method, InjectedFault fault) {
        always.put(method, fault);
    }

    /// Removes all faults, also those that no call has met yet.
    public void clear() {
        always.clear();
        conditional.clear();
        once.clear();
    }

    /// The fault that a call meets; missing if none. A fault for one call is used up by this.
    @Nullable InjectedFault faultFor(MethodCall call) {
        return conditional(call).orElseGet(() -> byMethod(call.method()));
    }

    private Optional<InjectedFault> conditional(MethodCall call) {
        return conditional.stream()
                .filter(
                        one ->
                                one.method.equalsIgnoreCase(call.method())
                                        && one.condition.test(call))
                .findFirst()
                .filter(conditional::remove)
                .map(Conditional::fault);
    }

    private @Nullable InjectedFault byMethod(String method) {
        for (String name : List.of(method, EVERY_METHOD)) {
            InjectedFault fault = queue(name).poll();
            if (fault != null) {
                return fault;
            }
        }
        InjectedFault fault = always.get(method);
        return fault != null ? fault : always.get(EVERY_METHOD);
    }

    private Queue<InjectedFault> queue(String method) {
        return once.computeIfAbsent(method, _ -> new ConcurrentLinkedQueue<>());
    }

    /// A fault that a call runs into instead of its answer.
    public sealed interface InjectedFault {

        /// An error response in the Bot API's format. The call isn't carried out.
        record Refused(int code, JsonNode body) implements InjectedFault {}

        /// A response that isn't the Bot API's, such as a gateway's or a captive portal's. The call
        /// isn't carried out.
        record Page(int status, String type, String body) implements InjectedFault {}

        /// The connection is closed without a response. When the call was carried out before that,
        /// a bot that repeats it does it twice.
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
            return new Page(
                    200, "text/html", "<html><body>Please sign in to the Wi-Fi</body></html>");
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
}
