package dev.verbatim.telegram.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/// The one way to Telegram for everything but polls. Waits as told, tries again what may yet work,
/// and gives up on what won't. Thread-safe; blocks while it waits.
public final class Gateway implements AutoCloseable {

    /// For a call that is about no chat.
    public static final long NO_CHAT = 0;

    private static final Logger log = LoggerFactory.getLogger(Gateway.class);

    // With the waits below, some 15 seconds: a hiccup passes, an outage is said.
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
    // Who is told to wait longer than this has lost the reader anyway.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TelegramClient client;
    private final Meters meters;
    private final CountDownLatch closing = new CountDownLatch(1);

    Gateway(TelegramClient client, Meters meters) {
        this.client = client;
        this.meters = meters;
    }

    /// Makes a call.
    ///
    /// @param step what it is for, in the log
    /// @param chatId where, or [#NO_CHAT]
    public Delivery call(String step, long chatId, BotApiMethod<?> method) {
        Delivery delivery = persistently(method);
        if (!(delivery instanceof Delivery.Delivered)) {
            meters.undelivered();
            log.warn("chat {}: {} failed: {}", chatId, step, delivery);
        }
        return delivery;
    }

    /// Nothing waits any longer, and what still fails has failed.
    @Override
    public void close() {
        closing.countDown();
    }

    private Delivery persistently(BotApiMethod<?> method) {
        var backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT);
        Delivery delivery = once(method);
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            if (!(delivery instanceof Delivery.Undelivered(_, var told))
                    || told.compareTo(PATIENCE) > 0) {
                return delivery;
            }
            backoff.atLeast(told);
            if (closesWithin(backoff.nextBackOffMillis())) {
                return delivery;
            }
            delivery = once(method);
        }
        return delivery;
    }

    private Delivery once(BotApiMethod<?> method) {
        try {
            client.execute(method);
            return new Delivery.Delivered();
        } catch (TelegramApiException e) {
            return Delivery.of(e);
        }
    }

    private boolean closesWithin(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
