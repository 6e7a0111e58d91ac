package dev.verbatim.telegram.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A set of tasks that run again and again, each on a daemon thread of its own with a pause between
/// two runs, so that none waits for another. They run until this is closed, or until they throw.
public final class RecurringTasks implements AutoCloseable {

    private final List<ScheduledExecutorService> threads = new ArrayList<>();

    /// Runs a task from now on, for the first time after a pause.
    ///
    /// @param name of its thread
    public RecurringTasks add(String name, Duration pause, Runnable task) {
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
        threads.add(thread);
        var _ =
                thread.scheduleWithFixedDelay(
                        task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /// Interrupts what is running.
    @Override
    public void close() {
        threads.forEach(ScheduledExecutorService::shutdownNow);
    }
}
