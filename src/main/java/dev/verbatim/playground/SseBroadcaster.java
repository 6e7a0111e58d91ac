package dev.verbatim.playground;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.ServerResponse.SseBuilder;
import tools.jackson.databind.node.ObjectNode;

/// A broadcaster of events to all open pages, by server-sent events. Thread-safe.
///
/// Each page has a queue and a thread of its own, so a slow one doesn't delay the others. A page
/// whose queue is full is dropped; its browser connects again by itself. A page that has nothing to
/// hear gets a beat every ten seconds, by which both sides notice a lost connection.
final class SseBroadcaster implements AutoCloseable {

    private static final int MAX_QUEUED = 2_000;
    private static final long BEAT_SECONDS = 10;
    private static final String BEAT = "{\"type\":\"beat\"}";

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    private record Listener(SseBuilder page, BlockingQueue<ObjectNode> queue) {}

    void subscribe(SseBuilder page) {
        var listener = new Listener(page, new LinkedBlockingQueue<>(MAX_QUEUED));
        page.onComplete(() -> listeners.remove(listener));
        listeners.add(listener);
        if (closed) {
            listeners.remove(listener);
        }
        Thread.startVirtualThread(() -> sendEvents(listener));
    }

    void broadcast(ObjectNode event) {
        listeners.removeIf(listener -> !listener.queue().offer(event));
    }

    @Override
    public void close() {
        closed = true;
        listeners.forEach(listener -> listener.page().complete());
        listeners.clear();
    }

    private void sendEvents(Listener listener) {
        try {
            listener.page().send(BEAT);
            while (listeners.contains(listener)) {
                ObjectNode event = listener.queue().poll(BEAT_SECONDS, TimeUnit.SECONDS);
                listener.page().send(event == null ? BEAT : event.toString());
            }
            listener.page().complete();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException e) {
            LoggerFactory.getLogger(SseBroadcaster.class).debug("A page is gone: {}", e.toString());
        } finally {
            listeners.remove(listener);
        }
    }
}
