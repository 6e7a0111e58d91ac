package dev.verbatim.playground.botapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A queue of the updates for one bot. An update stays until a poll confirms it with a later
/// offset, or the webhook has accepted it. Thread-safe; polls wait here and not under the
/// simulation's lock.
final class UpdateQueue {

    // Kinds that a bot gets only when it names them in `allowed_updates`.
    private static final Set<String> ONLY_WHEN_NAMED =
            Set.of("chat_member", "message_reaction", "message_reaction_count");
    private static final long CONFLICT_MILLIS = 3_000;
    private static final long SAME_OFFSET_MILLIS = 3_000;
    private static final long HAMMERING_MILLIS = 500;

    private final List<ObjectNode> queue = new ArrayList<>();
    private Set<String> allowed = Set.of();
    private int nextId;
    private int poll;
    private int waiting;
    private int lastOffset = Integer.MIN_VALUE;
    private long lastStartNanos = System.nanoTime() - TimeUnit.MINUTES.toNanos(1);
    private long lastEndNanos = lastStartNanos;
    private long nextConflictNanos = System.nanoTime();

    UpdateQueue(int firstId) {
        nextId = firstId;
    }

    /// Sets the kinds that are queued; none means all but those that have to be named.
    synchronized void allow(Set<String> kinds) {
        allowed = Set.copyOf(kinds);
    }

    synchronized boolean accepts(String kind) {
        return allowed.isEmpty() ? !ONLY_WHEN_NAMED.contains(kind) : allowed.contains(kind);
    }

    /// Adds an update and returns it with its number.
    synchronized ObjectNode add(String kind, JsonNode content) {
        ObjectNode update = JsonTrees.object();
        update.set(kind, content);
        return add(update);
    }

    /// Adds an update as it is; its number is put in.
    synchronized ObjectNode add(ObjectNode content) {
        ObjectNode update = JsonTrees.object().put("update_id", nextId++);
        update.setAll(content);
        queue.add(update);
        notifyAll();
        return update;
    }

    synchronized int size() {
        return queue.size();
    }

    synchronized void clear() {
        queue.clear();
    }

    /// Ends a waiting poll, as a second one does.
    synchronized void interruptPoll() {
        poll++;
        notifyAll();
    }

    /// Returns the queued updates, after waiting for one if there is none.
    ///
    /// An offset above 0 confirms all updates before it; one below 0 keeps that many. As on the
    /// real server, the same offset again within three seconds waits at least that long, and within
    /// half a second returns only one update.
    synchronized List<ObjectNode> poll(Poll wanted) throws InterruptedException {
        int mine = ++poll;
        notifyAll();
        boolean again = wanted.offset() == lastOffset;
        int limit = again && since(lastEndNanos) < HAMMERING_MILLIS ? 1 : wanted.limit();
        long least = again && since(lastStartNanos) < SAME_OFFSET_MILLIS ? SAME_OFFSET_MILLIS : 0;
        lastOffset = wanted.offset();
        lastStartNanos = System.nanoTime();
        confirm(wanted.offset());
        awaitUpdate(mine, Math.max(least, TimeUnit.SECONDS.toMillis(wanted.timeout())));
        lastEndNanos = System.nanoTime();
        return queue.stream().limit(limit).map(ObjectNode::deepCopy).toList();
    }

    /// Whether a poll waits.
    synchronized boolean isPolled() {
        return waiting > 0;
    }

    /// The parameters of a poll, clamped to the limits.
    record Poll(int offset, int limit, int timeout) {

        Poll {
            limit = Math.clamp(limit, 1, 100);
            timeout = Math.clamp(timeout, 0, 50);
        }
    }

    /// Waits for the oldest update; empty when none came in time.
    synchronized Optional<ObjectNode> awaitFirst(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (queue.isEmpty() && left(deadline) > 0) {
            wait(left(deadline));
        }
        return queue.stream().findFirst();
    }

    synchronized void remove(ObjectNode update) {
        queue.remove(update);
    }

    private void confirm(int offset) {
        if (offset > 0) {
            queue.removeIf(update -> update.path("update_id").asInt() < offset);
        } else if (offset < 0 && queue.size() > -offset) {
            queue.subList(0, queue.size() + offset).clear();
        }
    }

    private void awaitUpdate(int mine, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        waiting++;
        try {
            while (queue.isEmpty() && poll == mine && left(deadline) > 0) {
                wait(left(deadline));
            }
        } finally {
            waiting--;
        }
        if (poll != mine) {
            delayConflict();
            throw ApiError.otherPoller();
        }
    }

    /// Delays all conflicts but the first: two pollers would end each other without a pause.
    private void delayConflict() throws InterruptedException {
        long told = Math.max(System.nanoTime(), nextConflictNanos);
        nextConflictNanos = told + TimeUnit.MILLISECONDS.toNanos(CONFLICT_MILLIS);
        while (left(told) > 0) {
            wait(left(told));
        }
    }

    private static long since(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private static long left(long deadlineNanos) {
        return TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
    }
}
