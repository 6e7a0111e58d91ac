package dev.verbatim.playground.botapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A switchboard of the faults that bots' calls run into. Thread-safe.
///
/// A method is named as the Bot API names it, in any case; `*` means every method, and `file` the
/// download of a file.
public final class FaultInjector {

    private static final String EVERY_METHOD = "*";

    private final Map<String, Queue<InjectedFault>> once = new ConcurrentHashMap<>();
    private final Queue<Conditional> conditional = new ConcurrentLinkedQueue<>();
    private final Map<String, InjectedFault> always = new ConcurrentHashMap<>();

    private record Conditional(
            String method, Predicate<MethodCall> condition, InjectedFault fault) {}

    /// Makes the next calls of a method fail, one per fault.
    public void failNext(String method, InjectedFault... faults) {
        queue(method).addAll(List.of(faults));
    }

    /// Makes the next call of a method fail for which a condition holds.
    public void failNextIf(String method, Predicate<MethodCall> condition, InjectedFault fault) {
        conditional.add(new Conditional(lower(method), condition, fault));
    }

    /// Makes every call of a method fail until [#clear].
    public void failAlways(String method, InjectedFault fault) {
        always.put(lower(method), fault);
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
                .filter(one -> one.method.equals(call.method()) && one.condition.test(call))
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
        return once.computeIfAbsent(lower(method), _ -> new ConcurrentLinkedQueue<>());
    }

    private static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
