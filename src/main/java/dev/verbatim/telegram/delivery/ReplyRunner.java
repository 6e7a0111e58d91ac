package dev.verbatim.telegram.delivery;

import static java.util.Objects.requireNonNull;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A runner of the work on replies. Thread-safe.
///
/// Each reply is worked on by a thread of the operating system, which shares the processors with
/// the others: a virtual thread that computes would keep its processor to itself, and with one
/// processor nothing else would get on. No reply may take longer than a limit of time on the
/// processor; waiting doesn't count.
final class ReplyRunner implements AutoCloseable {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(100);

    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("telegram-reply-", 0).factory());
    private final Duration limit;

    ReplyRunner(Duration limit) {
        this.limit = limit;
    }

    /// Returns when the work is done, and throws what it throws.
    ///
    /// @throws CancellationException when it has taken more than the limit; it is interrupted then
    void run(Runnable work) {
        var task = new Task(work);
        threads.execute(task);
        while (!isDone(task)) {
            if (task.cpuNanos() > limit.toNanos()) {
                task.cancel(true);
                throw new CancellationException(
                        "a reply took more than " + limit.toMillis() + " ms on the processor");
            }
        }
    }

    private static boolean isDone(Task task) {
        try {
            task.get(CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a reply was worked on", e);
        } catch (ExecutionException e) {
            throw unchecked(requireNonNull(e.getCause(), "a task failed by something"));
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception
                ? exception
                : new IllegalStateException(cause);
    }

    /// Interrupts what is still worked on.
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /// Some work that knows its thread.
    private static final class Task extends FutureTask<Boolean> {

        private volatile long threadId = -1;
        private volatile long startNanos;

        Task(Runnable work) {
            super(work, true);
        }

        @Override
        public void run() {
            startNanos = THREADS.getCurrentThreadCpuTime();
            threadId = Thread.currentThread().threadId();
            super.run();
        }

        /// The time on the processor so far; 0 before the work has begun.
        long cpuNanos() {
            long id = threadId;
            return id < 0 ? 0 : THREADS.getThreadCpuTime(id) - startNanos;
        }
    }
}
