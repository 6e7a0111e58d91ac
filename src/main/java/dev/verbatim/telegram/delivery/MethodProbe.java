package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Function;

/// A probe of whether the Bot API server has a method. Thread-safe.
///
/// An older server takes no notice of parameters that it doesn't know, so it is asked for a method
/// of the same version, without parameters: an old server says that there is no such method, a
/// newer one that a parameter is missing. It is asked again once a day, because servers are
/// updated.
final class MethodProbe {

    private static final Duration ANSWER_HOLDS = Duration.ofDays(1);

    private final Function<String, ApiResult<JsonNode>> asking;
    private final String method;
    private final Cache<String, Boolean> answers =
            Caffeine.newBuilder().expireAfterWrite(ANSWER_HOLDS).build();

    /// @param asking calls a method without parameters
    MethodProbe(Function<String, ApiResult<JsonNode>> asking, String method) {
        this.asking = asking;
        this.method = method;
    }

    /// Whether the server has it, as far as is known.
    synchronized boolean isThere() {
        Boolean known = answers.getIfPresent(method);
        return known == null ? ask() : known;
    }

    /// Takes it for missing for a day.
    void disbelieve() {
        answers.put(method, false);
    }

    /// When the server can't be reached, that is no answer, and it is asked again.
    private boolean ask() {
        return switch (asking.apply(method)) {
            case ApiResult.Rejected(var reason) -> {
                boolean there = !reason.contains("method not found");
                answers.put(method, there);
                yield there;
            }
            case ApiResult.Delivered<?> _, ApiResult.Unwelcome<?> _ -> true;
            case ApiResult.Moved<?> _, ApiResult.Undelivered<?> _ -> false;
        };
    }
}
