package dev.verbatim.playground.botapi;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// A log of a bot's calls and the messages that came of them. Thread-safe.
///
/// A call is logged as it arrives, also when it meets a fault; its message is there a moment later.
final class BotCallLog {

    private static final String SEND = "sendMessage";

    private final List<MethodCall> calls = new CopyOnWriteArrayList<>();
    private final Map<MethodCall, Integer> messages =
            Collections.synchronizedMap(new IdentityHashMap<>());

    void add(MethodCall call) {
        calls.add(call);
    }

    void observe(SimulationEvent event) {
        if (event instanceof SimulationEvent.CallCompleted completed) {
            int message = completed.answer().at("/result/message_id").asInt(0);
            messages.put(completed.call(), message);
        }
    }

    List<MethodCall> all() {
        return List.copyOf(calls);
    }

    List<MethodCall> of(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    int messageOf(MethodCall call) {
        await().until(() -> messages.getOrDefault(call, 0) != 0);
        return messages.getOrDefault(call, 0);
    }

    /// Waits until every message that the bot was sending is there.
    void awaitCompletion() {
        List<MethodCall> arrived = of(SEND);
        await().until(() -> arrived.stream().allMatch(messages::containsKey));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(5));
    }
}
