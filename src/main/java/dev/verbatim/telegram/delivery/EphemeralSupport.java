package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A memory of where ephemeral messages, which one user of a group sees, are accepted. Thread-safe.
///
/// A Bot API server that is older than they are would show such a message to all, so it is probed
/// first, for a method of 10.2. A group that refuses them, as where the bot would have to be an
/// admin, is asked again an hour later.
final class EphemeralSupport {

    private static final Logger log = LoggerFactory.getLogger(EphemeralSupport.class);

    private static final Duration REFUSAL_HOLDS = Duration.ofHours(1);
    private static final int MAX_GROUPS = 10_000;

    /// A group, and whether the message answers the press of a button: for those a bot needs fewer
    /// rights.
    private record Kind(long chatId, boolean byPress) {}

    private final MethodProbe server;
    private final Cache<Kind, Boolean> refusals =
            Caffeine.newBuilder().expireAfterWrite(REFUSAL_HOLDS).maximumSize(MAX_GROUPS).build();

    /// @param asking calls a method without parameters
    EphemeralSupport(Function<String, ApiResult<JsonNode>> asking) {
        server = new MethodProbe(asking, "deleteEphemeralMessage");
    }

    /// Whether such a message can be sent to a group, as far as is known.
    boolean accepts(long chatId, boolean byPress) {
        return refusals.getIfPresent(new Kind(chatId, byPress)) == null && server.isThere();
    }

    /// Remembers that a group has refused one.
    void refuse(long chatId, boolean byPress) {
        refusals.put(new Kind(chatId, byPress), true);
    }

    /// Remembers that the server has shown one to all.
    void disbelieve() {
        log.warn("Telegram's server has shown to all what was for one: no more of that.");
        server.disbelieve();
    }
}
