package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.verbatim.telegram.delivery.TelegramConnection.State;
import dev.verbatim.telegram.update.UpdateDecoder;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOffExecution;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// The gateway to Telegram for everything but polls. It keeps to the rate limits, waits as long as
/// Telegram asks for, makes failed calls again, and gives up on those that can't succeed.
/// Thread-safe; blocks while it waits.
public final class BotApiGateway implements AutoCloseable {

    /// For a call that is about no chat.
    public static final long NO_CHAT = 0;

    private static final Logger log = LoggerFactory.getLogger(BotApiGateway.class);

    // For a call whose result a handler waits for: some 15 seconds. A hiccup passes, an outage is
    // reported.
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
    // A longer wait has lost the reader anyway.
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    // For what is worth nothing later, or can be done another time.
    private static final Duration IMPATIENCE = Duration.ofSeconds(2);

    // For a call of the outbox: with waits up to a minute, a quarter of an hour in which other
    // calls
    // get through. An outage, in which none does, may last as long as it lasts.
    static final int MAX_FAILURES = 20;

    private final BotApiHttpClient http;
    private final RateLimiter limiter;
    private final DeliveryContext context;
    private final BooleanSupplier mayWork;
    private final EphemeralSupport ephemeral = new EphemeralSupport(this::probe);
    private final RichMessageSupport richMessages;
    private final CountDownLatch closing = new CountDownLatch(1);

    /// @param mayWork whether this instance is the one that works
    BotApiGateway(
            BotApiHttpClient http,
            RateLimiter limiter,
            DeliveryContext context,
            BooleanSupplier mayWork) {
        this.mayWork = mayWork;
        this.http = http;
        this.limiter = limiter;
        this.context = context;
        this.richMessages = new RichMessageSupport(context.richMessages, this::probe);
    }

    /// Makes a call now, within a minute. One about no chat, and one that answers the press of a
    /// button, isn't made when Telegram asks to wait longer than a moment: nobody waits for it.
    ///
    /// @param step what it is for, in the log
    /// @param chatId where, or [#NO_CHAT]
    public <T extends Serializable> ApiResult<T> call(
            String step, long chatId, BotApiMethod<T> method) {
        return typed(call(step, chatId, method.getMethod(), ApiCall.body(method)), method);
    }

    /// The same, for a call that the library has no class for.
    ///
    /// @return the whole response
    ApiResult<JsonNode> call(String step, long chatId, String method, ObjectNode body) {
        boolean patient = chatId != NO_CHAT && !method.startsWith("answer");
        long about = body.has("chat_id") ? chatId : NO_CHAT;
        ApiResult<JsonNode> result =
                retried(
                        () -> once(method, about, () -> http.post(method, body)),
                        () ->
                                limiter.remainingPause(method, about)
                                                .compareTo(patient ? PATIENCE : IMPATIENCE)
                                        > 0);
        switch (result) {
            case ApiResult.Delivered<?> _ -> {}
            case ApiResult.Unwelcome<?> _ -> {
                context.metrics.undelivered();
                log.info("chat {}: {}: {}", chatId, step, result);
            }
            case ApiResult.Moved<?> _, ApiResult.Rejected<?> _, ApiResult.Undelivered<?> _ -> {
                context.metrics.undelivered();
                log.warn("chat {}: {} failed: {}", chatId, step, result);
            }
        }
        return result;
    }

    /// Where messages for one user of a group are accepted.
    EphemeralSupport ephemeral() {
        return ephemeral;
    }

    private ApiResult<JsonNode> probe(String method) {
        return once(
                method, NO_CHAT, () -> http.post(method, UpdateDecoder.JSON.createObjectNode()));
    }

    /// Which bot this is: the server's address and the bot's number there.
    public String bot() {
        return http.bot();
    }

    /// The number of the bot's account, which its token begins with.
    public OptionalLong accountId() {
        return http.accountId();
    }

    /// Fetches a file.
    ///
    /// @param filePath as `getFile` returned it
    /// @param limit in bytes
    public byte[] download(String filePath, int limit) throws IOException {
        return http.download(filePath, limit);
    }

    /// Makes a call of the outbox. While nothing gets through to Telegram it never gives up, unless
    /// it is closed. Once others get through again, it gives up after twenty failures.
    ApiResult<JsonNode> deliver(long chatId, ApiCall.Content content) {
        return richMessages.deliver(content, one -> deliverOnly(chatId, one));
    }

    private ApiResult<JsonNode> deliverOnly(long chatId, ApiCall.Content content) {
        BackOffExecution backoff = context.timing.backoff();
        ApiResult<JsonNode> result = attempt(chatId, content);
        long responses = context.connection.responses();
        for (int failures = 0; failures < MAX_FAILURES; ) {
            if (!(result instanceof ApiResult.Undelivered(_, _, var retryAfter))
                    || closesAfter(retryAfter, backoff)) {
                return result;
            }
            result = attempt(chatId, content);
            long now = context.connection.responses();
            failures += retryAfter.isZero() && now > responses ? 1 : 0;
            responses = now;
        }
        return result;
    }

    boolean isClosed() {
        return closing.getCount() == 0;
    }

    /// Ends every wait; calls that still fail have failed.
    @Override
    public void close() {
        closing.countDown();
    }

    private ApiResult<JsonNode> attempt(long chatId, ApiCall.Content content) {
        ObjectNode body = content.bodyIn(chatId);
        ApiCall.Upload upload = content.upload();
        return once(
                content.method(),
                body.has("chat_id") ? chatId : NO_CHAT,
                () ->
                        upload == null
                                ? http.post(content.method(), body)
                                : http.post(content.method(), body, upload));
    }

    /// @param pausesTooLong whether the call would wait too long as Telegram asks for it
    private ApiResult<JsonNode> retried(
            Supplier<ApiResult<JsonNode>> call, BooleanSupplier pausesTooLong) {
        BackOffExecution backoff = DeliveryContext.Timing.backoff(FIRST_WAIT, LONGEST_WAIT);
        ApiResult<JsonNode> result =
                new ApiResult.Undelivered<>(
                        State.FLOODED, "we are told to wait", Duration.ofNanos(1));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (!(result instanceof ApiResult.Undelivered(_, _, var retryAfter))
                    || pausesTooLong.getAsBoolean()
                    || closesAfter(retryAfter, backoff)) {
                return result;
            }
            result = call.get();
        }
        return result;
    }

    private ApiResult<JsonNode> once(
            String method, long chatId, Supplier<ApiResult<JsonNode>> call) {
        if (closesWithin(limiter.remainingPause(method, chatId))
                || closesWithin(limiter.take(method, chatId))
                || isFenced(chatId)) {
            return ApiResult.Undelivered.unreachable("we are stopping");
        }
        ApiResult<JsonNode> result = call.get();
        if (result instanceof ApiResult.Undelivered(_, _, var retryAfter)) {
            pause(method, chatId, retryAfter);
        } else {
            context.connection.called();
        }
        return result;
    }

    /// Whether another instance may have begun to write to the chats, as when this one was stopped
    /// for a while.
    private boolean isFenced(long chatId) {
        return chatId != NO_CHAT && !mayWork.getAsBoolean();
    }

    private void pause(String method, long chatId, Duration retryAfter) {
        if (!retryAfter.isZero()) {
            limiter.pause(method, chatId, jittered(retryAfter));
        }
    }

    /// A wait that is up to a quarter longer, so that calls that failed together don't come back
    /// together.
    private static Duration jittered(Duration wait) {
        return wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 4 + 1));
    }

    /// A wait that Telegram asks for is no failure, and is kept by [RateLimiter#pause].
    private boolean closesAfter(Duration retryAfter, BackOffExecution backoff) {
        return retryAfter.isZero()
                ? closesWithin(Duration.ofMillis(backoff.nextBackOff()))
                : isClosed();
    }

    /// Waits; returns whether the gateway was closed meanwhile.
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
            ApiResult<JsonNode> result, BotApiMethod<T> method) {
        return switch (result) {
            case ApiResult.Delivered(var response) -> read(response, method);
            case ApiResult.Unwelcome(var barrier, var reason) ->
                    new ApiResult.Unwelcome<>(barrier, reason);
            case ApiResult.Moved(var to) -> new ApiResult.Moved<>(to);
            case ApiResult.Rejected(var reason) -> new ApiResult.Rejected<>(reason);
            case ApiResult.Undelivered(var state, var reason, var retryAfter) ->
                    new ApiResult.Undelivered<>(state, reason, retryAfter);
        };
    }

    private static <T extends Serializable> ApiResult<T> read(
            @Nullable JsonNode response, BotApiMethod<T> method) {
        try {
            return new ApiResult.Delivered<>(
                    response == null ? null : method.deserializeResponse(response.toString()));
        } catch (TelegramApiRequestException e) {
            return ApiResult.Undelivered.outOfOrder("its result can't be read");
        }
    }
}
