package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;

class LanesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Lanes lanes = new Lanes();

    @RepeatedTest(200)
    void workThatHasBegunIsWaitedForHoweverRecently() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var done = new AtomicBoolean();
        Thread.ofVirtual()
                .start(
                        () ->
                                lanes.add(
                                        7,
                                        () -> {
                                            begun.countDown();
                                            LockSupport.parkNanos(100_000);
                                            done.set(true);
                                        }));
        begun.await();

        lanes.awaitIdle(PATIENCE);

        assertThat(done).isTrue();
    }
}
