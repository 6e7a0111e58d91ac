package dev.verbatim.playground.botapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// What is put in the way of calls. Thread-safe.
public final class FaultInjector {

    private static final String ANY = "*";

    private final Map<String, Queue<InjectedFault>> next = new ConcurrentHashMap<>();
    private final Map<String, InjectedFault> standing = new ConcurrentHashMap<>();

    /// These faults meet the next calls of a method, one each.
    ///
    /// @param method `*` for whichever is called
    public void next(String method, InjectedFault... faults) {
        queue(method).addAll(List.of(faults));
    }

    /// This fault meets every call of a method, until [#heal].
    ///
    /// @param method `*` for all methods
    public void always(String method, InjectedFault fault) {
        standing.put(lower(method), fault);
    }

    /// Nothing is in the way any more.
    public void heal() {
        standing.clear();
        next.clear();
    }

    /// What this call meets; missing if nothing.
    @Nullable InjectedFault met(String method) {
        for (String name : List.of(lower(method), ANY)) {
            InjectedFault fault = queue(name).poll();
            if (fault != null) {
                return fault;
            }
        }
        InjectedFault meant = standing.get(lower(method));
        return meant != null ? meant : standing.get(ANY);
    }

    private Queue<InjectedFault> queue(String method) {
        return next.computeIfAbsent(lower(method), _ -> new ConcurrentLinkedQueue<>());
    }

    private static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
