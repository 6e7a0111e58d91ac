package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PerChatExecutorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RepeatedTest(200)
    void awaitsWorkThatHasJustBegun() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var done = new AtomicBoolean();
        var executor =
                new PerChatExecutor(
                        _ -> {
                            begun.countDown();
                            LockSupport.parkNanos(100_000);
                            done.set(true);
                            return false;
                        });
        Thread.ofVirtual().start(() -> executor.wake(7));
        begun.await();

        executor.awaitIdle(PATIENCE);

        assertThat(done).isTrue();
    }

    @RepeatedTest(50)
    void stepSeesWhatWasWrittenBeforeTheWake() {
        var left = new AtomicInteger();
        var executor =
                new PerChatExecutor(_ -> left.getAndUpdate(number -> Math.max(0, number - 1)) > 0);

        for (int work = 0; work < 500; work++) {
            left.incrementAndGet();
            executor.wake(7);
        }
        executor.awaitIdle(PATIENCE);

        assertThat(left).hasValue(0);
    }

    @Test
    void stuckChatHoldsUpItselfOnly() throws InterruptedException {
        var stuck = new CountDownLatch(1);
        var others = new CountDownLatch(100);
        var executor =
                new PerChatExecutor(
                        chat -> {
                            if (chat == 0) {
                                awaitUninterruptibly(stuck);
                            }
                            others.countDown();
                            return false;
                        });
        executor.wake(0);

        for (long chat = 1; chat <= 100; chat++) {
            executor.wake(chat);
        }

        others.await();
        stuck.countDown();
        executor.awaitIdle(PATIENCE);
    }

    @Test
    void goesOnAfterAFailedStep() {
        var steps = new AtomicInteger();
        var executor =
                new PerChatExecutor(
                        _ -> {
                            if (steps.incrementAndGet() == 1) {
                                throw new AssertionError("an error of the machine");
                            }
                            return false;
                        });
        executor.wake(7);
        executor.awaitIdle(PATIENCE);

        executor.wake(7);
        executor.awaitIdle(PATIENCE);

        assertThat(steps).hasValue(2);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
