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
public final class BotApiGateway implements AutoCloseable {

    /// For a call that is about no chat.
    public static final long NO_CHAT = 0;

    private static final Logger log = LoggerFactory.getLogger(BotApiGateway.class);
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

    private final BotApiHttpClient http;
    private final RateLimiter limiter;
    private final DeliveryContext context;
    private final CountDownLatch closing = new CountDownLatch(1);

    BotApiGateway(BotApiHttpClient http, RateLimiter limiter, DeliveryContext context) {
        this.http = http;
        this.limiter = limiter;
        this.context = context;
    }

    /// Makes a call now, within a minute.
    ///
    /// @param step what it is for, in the log
    /// @param chatId where, or [#NO_CHAT]
    public <T extends Serializable> ApiResult<T> call(
            String step, long chatId, BotApiMethod<T> method) {
        ObjectNode body = JSON.valueToTree(method);
        body.remove("method");
        return typed(call(step, chatId, method.getMethod(), body), method);
    }

    /// The same, for a call that the library has no class for.
    ///
    /// @return the whole response
    ApiResult<String> call(String step, long chatId, String method, ObjectNode body) {
        ApiResult<String> result =
                soon(chatId, () -> once(method, chatId, () -> http.post(method, body)));
        if (!(result instanceof ApiResult.Delivered)) {
            context.metrics().undelivered();
            log.warn("chat {}: {} failed: {}", chatId, step, result);
        }
        return result;
    }

    /// Fetches a file.
    ///
    /// @param filePath as `getFile` told it
    /// @param limit in bytes
    public byte[] download(String filePath, int limit) throws IOException {
        return http.download(filePath, limit);
    }

    /// Makes a call that was written down. Doesn't give up while nothing gets through to Telegram,
    /// but when it is closed.
    ApiResult<String> deliver(long chatId, ApiCall.Content content) {
        Backoff backoff = context.timing().backoff();
        ApiResult<String> result = attempt(chatId, content);
        long heard = context.connection().heard();
        for (int strikes = 0; strikes < STRIKES; ) {
            if (!(result instanceof ApiResult.Undelivered(_, var told))
                    || closesAfter(told, backoff)) {
                return result;
            }
            result = attempt(chatId, content);
            long hears = context.connection().heard();
            strikes += told.isZero() && hears > heard ? 1 : 0;
            heard = hears;
        }
        return result;
    }

    boolean isClosed() {
        return closing.getCount() == 0;
    }

    /// Nothing waits any longer, and what still fails has failed.
    @Override
    public void close() {
        closing.countDown();
    }

    private ApiResult<String> attempt(long chatId, ApiCall.Content content) {
        ObjectNode body = content.bodyIn(chatId);
        ApiCall.Upload upload = content.upload();
        return once(
                content.method(),
                chatId,
                () ->
                        upload == null
                                ? http.post(content.method(), body)
                                : http.post(content.method(), body, upload));
    }

    private ApiResult<String> soon(long chatId, Supplier<ApiResult<String>> call) {
        var backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT);
        ApiResult<String> result =
                new ApiResult.Undelivered<>("we are told to wait", Duration.ofNanos(1));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (!(result instanceof ApiResult.Undelivered(_, var told))
                    || limiter.held(chatId).compareTo(PATIENCE) > 0
                    || closesAfter(told, backoff)) {
                return result;
            }
            result = call.get();
        }
        return result;
    }

    private ApiResult<String> once(String method, long chatId, Supplier<ApiResult<String>> call) {
        if (closesWithin(limiter.held(chatId)) || closesWithin(limiter.take(method, chatId))) {
            return new ApiResult.Undelivered<>("we are stopping", Duration.ZERO);
        }
        ApiResult<String> result = call.get();
        if (result instanceof ApiResult.Undelivered(_, var told)) {
            hold(chatId, told);
        } else {
            context.connection().called();
        }
        return result;
    }

    private void hold(long chatId, Duration told) {
        if (!told.isZero()) {
            limiter.hold(chatId, Backoff.jittered(told));
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

    private static <T extends Serializable> ApiResult<T> typed(
            ApiResult<String> result, BotApiMethod<T> method) {
        return switch (result) {
            case ApiResult.Delivered(var response) -> read(response, method);
            case ApiResult.Unwelcome(var reason) -> new ApiResult.Unwelcome<>(reason);
            case ApiResult.Moved(var to) -> new ApiResult.Moved<>(to);
            case ApiResult.Rejected(var reason) -> new ApiResult.Rejected<>(reason);
            case ApiResult.Undelivered(var reason, var told) ->
                    new ApiResult.Undelivered<>(reason, told);
        };
    }

    private static <T extends Serializable> ApiResult<T> read(
            @Nullable String response, BotApiMethod<T> method) {
        try {
            return new ApiResult.Delivered<>(
                    response == null ? null : method.deserializeResponse(response));
        } catch (TelegramApiRequestException e) {
            return new ApiResult.Undelivered<>("its result can't be read", Duration.ZERO);
        }
    }
}
