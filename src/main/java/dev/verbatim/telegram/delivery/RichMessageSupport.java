package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends rich messages where that is switched on and the server has them; else, and when a message
/// is refused that way, the same text as an ordinary message. Thread-safe.
final class RichMessageSupport {

    /// Of Bot API 10.1; blocks came with 10.2, and a server between the two refuses them.
    static final String METHOD = "sendRichMessage";

    private static final Logger log = LoggerFactory.getLogger(RichMessageSupport.class);

    private final boolean on;
    private final MethodProbe server;

    /// @param on whether it is switched on
    /// @param asking calls a method without parameters
    RichMessageSupport(boolean on, Function<String, ApiResult<JsonNode>> asking) {
        this.on = on;
        this.server = new MethodProbe(asking, METHOD);
    }

    /// Makes a call that may have a rich message.
    ///
    /// @param delivery makes it
    ApiResult<JsonNode> deliver(
            ApiCall.Content content, Function<ApiCall.Content, ApiResult<JsonNode>> delivery) {
        if (!content.hasRichMessage()) {
            return delivery.apply(content);
        }
        if (on && server.isThere()) {
            ApiResult<JsonNode> result = delivery.apply(content.asRichMessage());
            if (!(result instanceof ApiResult.Rejected(var reason))) {
                return result;
            }
            log.debug("a rich message is sent as an ordinary one: {}", reason);
        }
        return delivery.apply(content.withoutRichMessage());
    }
}
