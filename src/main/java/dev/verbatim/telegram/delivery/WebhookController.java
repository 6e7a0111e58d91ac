package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.store.StoreException;
import dev.verbatim.telegram.update.UpdateDecoder;
import dev.verbatim.telegram.update.UpdateEnvelope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
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
    private static final int BUFFER = 1 << 13;

    // For the whole of it; server.tomcat.connection-timeout limits each pause.
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final TelegramBot bot;
    private final DeliveryMetrics metrics;

    WebhookController(TelegramBot bot, DeliveryMetrics metrics) {
        this.bot = bot;
        this.metrics = metrics;
    }

    /// The route to here.
    RouterFunction<ServerResponse> route() {
        return RouterFunctions.route()
                .POST(PATH, request -> take(request.servletRequest()))
                .build();
    }

    private ServerResponse take(HttpServletRequest request) throws IOException {
        try {
            return knowsTheSecret(request) ? takeTold(request) : refused(HttpStatus.UNAUTHORIZED);
        } catch (StoreException | DataAccessException e) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private ServerResponse takeTold(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LONGEST) {
            return refused(HttpStatus.CONTENT_TOO_LARGE);
        }
        Optional<byte[]> body = body(request);
        if (body.isEmpty()) {
            return refused(HttpStatus.REQUEST_TIMEOUT);
        }
        return body.get().length > LONGEST
                ? refused(HttpStatus.CONTENT_TOO_LARGE)
                : take(body.get());
    }

    /// The body, or more than is allowed of it; empty when it doesn't arrive in time.
    private static Optional<byte[]> body(HttpServletRequest request) {
        long start = System.nanoTime();
        var body = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try (InputStream input = request.getInputStream()) {
            for (int read = input.read(buffer); read > 0; read = input.read(buffer)) {
                body.write(buffer, 0, read);
                if (body.size() > LONGEST || System.nanoTime() - start > TIMEOUT.toNanos()) {
                    return body.size() > LONGEST
                            ? Optional.of(body.toByteArray())
                            : Optional.empty();
                }
            }
            return Optional.of(body.toByteArray());
        } catch (IOException _) {
            return Optional.empty(); // the server waited for it, or the sender is gone
        }
    }

    /// Takes as long for a secret that is nearly right as for one that isn't.
    private boolean knowsTheSecret(HttpServletRequest request) {
        String said = request.getHeader(SECRET);
        return said != null && MessageDigest.isEqual(bytes(said), bytes(bot.webhookSecret()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
