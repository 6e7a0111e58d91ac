package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.store.StoreException;
import dev.verbatim.telegram.update.UpdateDecoder;
import dev.verbatim.telegram.update.UpdateEnvelope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// A controller that Telegram brings updates to. It confirms an update once it will outlive the
/// process; until then Telegram brings it again. A caller who doesn't know the secret learns
/// nothing, and costs nothing.
final class WebhookController {

    static final String PATH = "/telegram/updates";

    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    // An update with the longest text and all its entities has some 300 kB.
    private static final int LONGEST = 1 << 20;

    private final TelegramBot bot;
    private final byte[] secret;
    private final DeliveryMetrics metrics;

    WebhookController(TelegramBot bot, TelegramSettings.Webhook settings, DeliveryMetrics metrics) {
        this.bot = bot;
        this.secret = settings.secret().getBytes(StandardCharsets.UTF_8);
        this.metrics = metrics;
    }

    /// The route to here.
    RouterFunction<ServerResponse> route() {
        return RouterFunctions.route()
                .POST(PATH, request -> take(request.servletRequest()))
                .build();
    }

    private ServerResponse take(HttpServletRequest request) throws IOException {
        if (!knowsTheSecret(request)) {
            return refused(HttpStatus.UNAUTHORIZED);
        }
        byte[] body =
                request.getContentLengthLong() > LONGEST
                        ? new byte[LONGEST + 1]
                        : request.getInputStream().readNBytes(LONGEST + 1);
        return body.length > LONGEST ? refused(HttpStatus.CONTENT_TOO_LARGE) : take(body);
    }

    /// Takes as long for a secret that is nearly right as for one that isn't.
    private boolean knowsTheSecret(HttpServletRequest request) {
        String said = request.getHeader(SECRET);
        return said != null && MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), secret);
    }

    private ServerResponse take(byte[] body) throws IOException {
        try {
            JsonNode update = UpdateDecoder.JSON.readTree(body);
            if (!UpdateEnvelope.isUpdate(update)) {
                return refused(HttpStatus.BAD_REQUEST);
            }
            return answer(bot.ingest(update) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        } catch (JsonProcessingException e) {
            return refused(HttpStatus.BAD_REQUEST);
        } catch (StoreException | DataAccessException e) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private ServerResponse refused(HttpStatus status) {
        metrics.turnedAway();
        return answer(status);
    }

    private static ServerResponse answer(HttpStatus status) {
        return ServerResponse.status(status).build();
    }
}
