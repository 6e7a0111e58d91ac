package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// The one way to Telegram for everything but polls. Keeps to the budgets, waits as told, tries
/// again what may yet work, and gives up on what won't. Thread-safe; blocks while it waits.
public final class Gateway implements AutoCloseable {

    /// For a call that is about no chat.
    public static final long NO_CHAT = 0;

    private static final Logger log = LoggerFactory.getLogger(Gateway.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    // For a call that somebody waits for: some 15 seconds. A hiccup passes, an outage is said.
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
    // Who is told to wait longer than this has lost the reader anyway.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    // For a call that was written down: with waits up to a minute, a quarter of an hour in which
    // others got through. An outage, in which nobody does, takes as long as it takes.
    private static final int STRIKES = 20;

    private final Wire wire;
    private final Budgets budgets;
    private final Line line;
    private final CountDownLatch closing = new CountDownLatch(1);

    Gateway(Wire wire, Budgets budgets, Line line) {
        this.wire = wire;
        this.budgets = budgets;
        this.line = line;
    }

    /// Makes a call now, within a minute.
    ///
    /// @param step what it is for, in the log
    /// @param chatId where, or [#NO_CHAT]
    public <T extends Serializable> Delivery<T> call(
            String step, long chatId, BotApiMethod<T> method) {
        ObjectNode body = JSON.valueToTree(method);
        body.remove("method");
        return typed(call(step, chatId, method.getMethod(), body), method);
    }

    /// The same, for a call that the library has no class for.
    ///
    /// @return the whole response
    Delivery<String> call(String step, long chatId, String method, ObjectNode body) {
        Delivery<String> delivery =
                soon(chatId, () -> once(method, chatId, () -> wire.post(method, body)));
        if (!(delivery instanceof Delivery.Delivered)) {
            line.meters().undelivered();
            log.warn("chat {}: {} failed: {}", chatId, step, delivery);
        }
        return delivery;
    }

    /// Fetches a file.
    ///
    /// @param filePath as `getFile` told it
    /// @param limit in bytes
    public byte[] download(String filePath, int limit) throws IOException {
        return wire.download(filePath, limit);
    }

    /// Makes a call that was written down. Doesn't give up while nothing gets through to Telegram,
    /// but when it is closed.
    Delivery<String> deliver(long chatId, Call.Content content) {
        Backoff backoff = line.timing().backoff();
        Delivery<String> delivery = attempt(chatId, content);
        long heard = line.connection().heard();
        for (int strikes = 0; strikes < STRIKES; ) {
            if (!(delivery instanceof Delivery.Undelivered(_, var told))
                    || closesAfter(told, backoff)) {
                return delivery;
            }
            delivery = attempt(chatId, content);
            long hears = line.connection().heard();
            strikes += told.isZero() && hears > heard ? 1 : 0;
            heard = hears;
        }
        return delivery;
    }

    boolean isClosed() {
        return closing.getCount() == 0;
    }

    /// Nothing waits any longer, and what still fails has failed.
    @Override
    public void close() {
        closing.countDown();
    }

    private Delivery<String> attempt(long chatId, Call.Content content) {
        ObjectNode body = content.bodyIn(chatId);
        Call.Upload upload = content.upload();
        return once(
                content.method(),
                chatId,
                () ->
                        upload == null
                                ? wire.post(content.method(), body)
                                : wire.post(content.method(), body, upload));
    }

    private Delivery<String> soon(long chatId, Supplier<Delivery<String>> call) {
        var backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT);
        Delivery<String> delivery =
                new Delivery.Undelivered<>("we are told to wait", Duration.ofNanos(1));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (!(delivery instanceof Delivery.Undelivered(_, var told))
                    || budgets.held(chatId).compareTo(PATIENCE) > 0
                    || closesAfter(told, backoff)) {
                return delivery;
            }
            delivery = call.get();
        }
        return delivery;
    }

    private Delivery<String> once(String method, long chatId, Supplier<Delivery<String>> call) {
        if (closesWithin(budgets.held(chatId)) || closesWithin(budgets.take(method, chatId))) {
            return new Delivery.Undelivered<>("we are stopping", Duration.ZERO);
        }
        Delivery<String> delivery = call.get();
        if (delivery instanceof Delivery.Undelivered(_, var told)) {
            hold(chatId, told);
        } else {
            line.connection().called();
        }
        return delivery;
    }

    private void hold(long chatId, Duration told) {
        if (!told.isZero()) {
            budgets.hold(chatId, Backoff.jittered(told));
        }
    }

    /// Being told to wait is no failure: the hold sees to that.
    private boolean closesAfter(Duration told, Backoff backoff) {
        return told.isZero()
                ? closesWithin(Duration.ofMillis(backoff.nextBackOffMillis()))
                : isClosed();
    }

    /// Waits, and says whether to stop.
    boolean closesWithin(Duration wait) {
        if (wait.isZero()) {
            return false;
        }
        try {
            return closing.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static <T extends Serializable> Delivery<T> typed(
            Delivery<String> delivery, BotApiMethod<T> method) {
        return switch (delivery) {
            case Delivery.Delivered(var response) -> read(response, method);
            case Delivery.Unwelcome(var reason) -> new Delivery.Unwelcome<>(reason);
            case Delivery.Moved(var to) -> new Delivery.Moved<>(to);
            case Delivery.Rejected(var reason) -> new Delivery.Rejected<>(reason);
            case Delivery.Undelivered(var reason, var told) ->
                    new Delivery.Undelivered<>(reason, told);
        };
    }

    private static <T extends Serializable> Delivery<T> read(
            @Nullable String response, BotApiMethod<T> method) {
        try {
            return new Delivery.Delivered<>(
                    response == null ? null : method.deserializeResponse(response));
        } catch (TelegramApiRequestException e) {
            return new Delivery.Undelivered<>("its result can't be read", Duration.ZERO);
        }
    }
}
