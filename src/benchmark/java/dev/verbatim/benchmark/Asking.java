package dev.verbatim.benchmark;

import dev.verbatim.playground.botapi.TelegramDriver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// People who ask, and what they see of it. Each question says its number first, and so does the
/// answer.
final class Asking {

    private static final long PAUSE_MILLIS = 50;

    private final TelegramDriver server;
    private final List<String> questions;
    private final Map<Long, Chat> chats = new ConcurrentHashMap<>();
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger outOfOrder = new AtomicInteger();
    private final Semaphore calmAnswers = new Semaphore(0);
    private volatile CountDownLatch left = new CountDownLatch(0);
    private volatile int each;

    Asking(TelegramDriver server, List<String> questions) {
        this.server = server;
        this.questions = questions;
    }

    /// Somebody who waits for an answer.
    private record Chat(int number, long asked) {}

    /// So many chats ask so many questions, each the next one when it has its answer.
    void inTurns(int people, int questionsEach) throws InterruptedException {
        each = questionsEach;
        left = new CountDownLatch(people * questionsEach);
        for (long person = 1; person <= people; person++) {
            ask(person, 0);
        }
        if (!left.await(15, TimeUnit.MINUTES)) {
            throw new IllegalStateException(left.getCount() + " answers are missing");
        }
    }

    /// One person asks, with a pause after each answer.
    ///
    /// @return what nineteen of twenty answers took at most
    Duration calmly(long person, int count) throws InterruptedException {
        nanos.clear();
        for (int number = 0; number < count; number++) {
            ask(person, number);
            calmAnswers.acquire();
            Thread.sleep(PAUSE_MILLIS);
        }
        return percentile(95);
    }

    /// The same, while another asks a hundred questions a second and waits for nothing.
    Duration calmlyBeside(long flooding, long person, int count) throws InterruptedException {
        try (ScheduledExecutorService flood = Executors.newSingleThreadScheduledExecutor()) {
            var _ =
                    flood.scheduleAtFixedRate(
                            () -> server.write(flooding, "0 " + questions.getFirst()),
                            0,
                            10,
                            TimeUnit.MILLISECONDS);
            Duration p95 = calmly(person, count);
            flood.shutdownNow();
            return p95;
        }
    }

    /// A message came.
    void answered(long person, String text) {
        Chat chat = chats.get(person);
        if (chat == null) {
            return; // who floods doesn't look
        }
        nanos.add(System.nanoTime() - chat.asked);
        if (person > 1_000_000) {
            calmAnswers.release();
            return;
        }
        answers.incrementAndGet();
        if (!text.equals(String.valueOf(chat.number))) {
            outOfOrder.incrementAndGet();
        }
        if (chat.number + 1 < each) {
            ask(person, chat.number + 1);
        }
        left.countDown();
    }

    int answers() {
        return answers.get();
    }

    int outOfOrder() {
        return outOfOrder.get();
    }

    Duration percentile(int percent) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return Duration.ofNanos(sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)]);
    }

    private void ask(long person, int number) {
        chats.put(person, new Chat(number, System.nanoTime()));
        int which = (int) ((person * 31 + number) % questions.size());
        server.write(person, number + " " + questions.get(which));
    }
}
