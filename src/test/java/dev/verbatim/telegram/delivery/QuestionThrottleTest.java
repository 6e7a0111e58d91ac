package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionThrottleTest {

    private static final long ANN = 7;
    private static final long GROUP = -7;
    private static final int PER_MINUTE = 20;

    private final AtomicLong nanos = new AtomicLong(-5);
    private final QuestionThrottle throttle =
            new QuestionThrottle(
                    new TelegramSettings.RateLimits(1, 3, 20, 30, PER_MINUTE),
                    new Meter(),
                    new DeliveryMetrics(new SimpleMeterRegistry()));

    @Test
    void aUserHasAMinutesQuestionsAndThenWaits() {
        assertThat(admitted(ANN, ANN)).isEqualTo(PER_MINUTE);
        assertThat(throttle.waiting(ANN)).containsExactly(ANN);

        pass(Duration.ofSeconds(3));

        assertThat(throttle.waiting(ANN)).isEmpty();
    }

    /// Their questions come in the name of the group.
    @Test
    void anAnonymousAdminHasAsManyQuestionsAsAnyoneElse() {
        assertThat(admitted(GROUP, GROUP)).isEqualTo(PER_MINUTE);
    }

    @Test
    void forgetsChatsThatAskedTooFastLongAgo() {
        for (long person = 1; person <= 1_000; person++) {
            admitted(person, person);
            pass(Duration.ofMinutes(1));
        }

        assertThat(throttle.chats()).isLessThanOrEqualTo(10);
    }

    private long admitted(long chat, long person) {
        return IntStream.range(0, 3 * PER_MINUTE).filter(_ -> throttle.admit(chat, person)).count();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private final class Meter implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
