package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final long ANN = 7;
    private static final long GROUP = -7;

    private final AtomicLong nanos = new AtomicLong(-5);
    private final RateLimiter limiter =
            new RateLimiter(new TelegramSettings.RateLimits(1, 3, 20, 30, 20), new Meter());

    @Test
    void privateChatGetsABurstAndThenOneMessageASecond() {
        assertThat(waits("sendMessage", ANN, 5)).containsExactly(0L, 0L, 0L, 1000L, 2000L);
    }

    @Test
    void groupGetsTwentyMessagesAMinuteIncludingEdits() {
        assertThat(waits("editMessageText", GROUP, 10)).containsOnly(0L);
        assertThat(waits("sendMessage", GROUP, 12)).endsWith(0L, 3000L, 6000L);
    }

    @Test
    void allChatsTogetherGetThirtyMessagesASecond() {
        long[] waits =
                IntStream.range(0, 60)
                        .mapToLong(person -> limiter.take("sendMessage", 100 + person).toMillis())
                        .toArray();

        assertThat(waits[29]).isZero();
        assertThat(waits[59]).isEqualTo(1000);
    }

    @Test
    void invisibleMethodsAreNotRateLimited() {
        waits("sendMessage", ANN, 3);

        assertThat(waits("answerCallbackQuery", ANN, 50)).containsOnly(0L);
        assertThat(waits("sendChatAction", ANN, 50)).containsOnly(0L);
        assertThat(waits("answerInlineQuery", BotApiGateway.NO_CHAT, 50)).containsOnly(0L);
    }

    @Test
    void pauseIsForOneChat() {
        limiter.pause("sendMessage", ANN, Duration.ofSeconds(30));

        assertThat(limiter.remainingPause("editMessageText", ANN))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(limiter.remainingPause("sendMessage", GROUP)).isZero();
        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
        assertThat(limiter.remainingPause("sendMessage", ANN)).isZero();
    }

    @Test
    void pauseOfACallAboutNoChatIsForItsMethod() {
        limiter.pause("setMyCommands", BotApiGateway.NO_CHAT, Duration.ofSeconds(5));

        assertThat(limiter.remainingPause("setmycommands", BotApiGateway.NO_CHAT))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(limiter.remainingPause("getMe", BotApiGateway.NO_CHAT)).isZero();
        assertThat(limiter.remainingPause("sendMessage", GROUP)).isZero();
    }

    @Test
    void remembersNoPauseThatIsOver() {
        for (long chat = 1; chat <= 1_000; chat++) {
            limiter.pause("sendMessage", chat, Duration.ofSeconds(5));
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }

        assertThat(limiter.holds()).isEqualTo(5);
    }

    private long[] waits(String method, long chat, int calls) {
        return IntStream.range(0, calls)
                .mapToLong(_ -> limiter.take(method, chat).toMillis())
                .toArray();
    }

    /// Time that passes when a test says so. What a clock on the wall does is nothing to it.
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
