package dev.verbatim.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CpuShareTest {

    private final CpuShare share = new CpuShare(Duration.ofMillis(300));

    @Test
    void workReturnsItsResult() {
        assertThat(share.call(() -> "done")).isEqualTo("done");
    }

    @Test
    void workThatTakesTooLongIsGivenUp() {
        assertThatThrownBy(() -> share.call(CpuShareTest::computeForEver))
                .isInstanceOf(CancellationException.class);
        assertThat(share.call(() -> "the next")).isEqualTo("the next");
    }

    private static String computeForEver() {
        while (true) {
            CpuShare.checkpoint();
        }
    }

    @Test
    void otherWorkGetsOnMeanwhile() throws InterruptedException {
        var patient = new CpuShare(Duration.ofMinutes(1));
        var enough = new AtomicBoolean();
        var begun = new CountDownLatch(1);
        Thread longWork =
                Thread.ofPlatform().start(() -> patient.call(() -> computeUntil(enough, begun)));
        begun.await();

        for (int i = 0; i < 5; i++) {
            assertThat(patient.call(() -> "short")).isEqualTo("short");
        }

        assertThat(longWork.isAlive()).isTrue();
        enough.set(true);
        longWork.join();
    }

    private static String computeUntil(AtomicBoolean enough, CountDownLatch begun) {
        begun.countDown();
        while (!enough.get()) {
            CpuShare.checkpoint();
        }
        return "long";
    }

    @Test
    void workThatIsStuckStopsNoOther() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        int more = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < more; i++) {
            Thread.ofPlatform().daemon().start(() -> share.call(() -> stuck(begun, goOn)));
        }
        begun.await();

        assertThat(share.call(() -> "done")).isEqualTo("done");
        goOn.countDown();
    }

    private static boolean stuck(CountDownLatch begun, CountDownLatch goOn) {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    @Test
    void timeIsShortBeforeItIsUp() {
        boolean wasShort =
                share.call(
                        () -> {
                            boolean before = CpuShare.isShort();
                            while (!CpuShare.isShort()) {
                                CpuShare.checkpoint();
                            }
                            return before;
                        });

        assertThat(wasShort).isFalse();
        assertThat(CpuShare.isShort()).isFalse();
    }

    @Test
    void workByItselfHasNoTurns() {
        CpuShare.checkpoint();
    }
}
