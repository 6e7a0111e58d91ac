package dev.verbatim.playground;

import dev.verbatim.playground.botapi.SimulationEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The last updates and calls, for a page that is opened later. Thread-safe.
final class EventLog {

    private static final int KEPT = 200;

    private final Deque<ObjectNode> entries = new ArrayDeque<>();

    synchronized void record(SimulationEvent event) {
        if (!(event instanceof SimulationEvent.CallCompleted)
                && !(event instanceof SimulationEvent.UpdateQueued)) {
            return;
        }
        entries.add(PageEvents.event(event));
        if (entries.size() > KEPT) {
            entries.remove();
        }
    }

    synchronized List<ObjectNode> entries() {
        return List.copyOf(entries);
    }
}
