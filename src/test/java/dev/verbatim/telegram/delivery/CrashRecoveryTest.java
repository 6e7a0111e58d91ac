package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CrashRecoveryTest {

    private final CrashRecovery recovery = new CrashRecovery(10, Duration.ofHours(1));

    @Test
    void onlyWhatWaitedAtTheLastEndMayHaveCausedIt() {
        assertThat(recovery.isLeftOver(update(10, 0))).isTrue();
        assertThat(recovery.isLeftOver(update(11, 0))).isFalse();
    }

    @Test
    void aSuspectWaitsLongerTheMoreOftenItWasInWorkAtAnEnd() {
        assertThat(recovery.attemptsDue()).isZero();
        assertThat(recovery.remainingWait(0)).isZero();
        assertThat(recovery.remainingWait(1)).isBetween(hours(0), hours(1));
        assertThat(recovery.remainingWait(2)).isBetween(hours(3), hours(4));
        assertThat(recovery.remainingWait(9)).isBetween(hours(3), hours(4));
    }

    @Test
    void everythingIsDueInTheEnd() {
        assertThat(new CrashRecovery(10, Duration.ZERO).attemptsDue()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void countsAnAttemptOnceAStart() {
        List<Inbox.Pending> counted = new ArrayList<>();

        int first = recovery.begin(update(5, 1), counted::add);
        int again = recovery.begin(update(5, 2), counted::add); // as it is stored by then

        assertThat(first).isEqualTo(1);
        assertThat(again).isEqualTo(1);
        assertThat(counted).containsExactly(update(5, 1));
    }

    @Test
    void suspectsAreWorkedOnOneAtATimeAndOthersBesideThem() {
        var end = new CountDownLatch(1);
        var started = new CountDownLatch(1);
        var first =
                CompletableFuture.runAsync(
                        () ->
                                recovery.work(
                                        update(1, 1),
                                        () -> {
                                            started.countDown();
                                            return await(end);
                                        }));
        await(started);
        var second =
                CompletableFuture.supplyAsync(() -> recovery.work(update(2, 1), () -> "second"));

        assertThat(recovery.work(update(3, 0), () -> "beside")).isEqualTo("beside");
        assertThat(second).isNotDone();
        end.countDown();
        assertThat(second.join()).isEqualTo("second");
        assertThat(first.join()).isNull();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    private static Inbox.Pending update(long place, int attempts) {
        return new Inbox.Pending(place, place, 7, 0, attempts, "{}");
    }
}
