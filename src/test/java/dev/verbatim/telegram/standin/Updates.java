package dev.verbatim.telegram.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The queue of updates of one bot. An update stays until a poll asks for what comes after it.
final class Updates {

    private final List<ObjectNode> queue = new ArrayList<>();
    private int nextId = 9000;
    private int poll;
    private int lastOffset = Integer.MIN_VALUE;
    private long lastPollNanos;

    synchronized int add(ObjectNode update) {
        int id = nextId++;
        update.put("update_id", id);
        queue.add(update);
        notifyAll();
        return id;
    }

    synchronized int size() {
        return queue.size();
    }

    synchronized List<ObjectNode> poll(JsonNode request) throws Refusal, InterruptedException {
        int mine = ++poll;
        notifyAll();
        int offset = request.path("offset").asInt(0);
        boolean again = offset == lastOffset;
        long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastPollNanos);
        int limit = again && since < 500 ? 1 : Math.clamp(request.path("limit").asInt(100), 1, 100);
        confirm(offset);
        awaitUpdate(mine, timeoutMillis(request, again && since < 3000));
        lastOffset = offset;
        lastPollNanos = System.nanoTime();
        return queue.stream().limit(limit).toList();
    }

    private static long timeoutMillis(JsonNode request, boolean tooSoon) {
        int seconds = Math.clamp(request.path("timeout").asInt(0), 0, 50);
        return TimeUnit.SECONDS.toMillis(tooSoon ? Math.max(3, seconds) : seconds);
    }

    private void confirm(int offset) {
        if (offset > 0) {
            queue.removeIf(update -> update.path("update_id").asInt() < offset);
        } else if (offset < 0 && queue.size() > -offset) {
            queue.subList(0, queue.size() + offset).clear();
        }
    }

    private void awaitUpdate(int mine, long millis) throws Refusal, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (queue.isEmpty() && poll == mine) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
        if (poll != mine) {
            throw new Refusal(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot"
                            + " instance is running",
                    Map.of());
        }
    }
}
