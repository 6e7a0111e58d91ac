package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Sees what comes back for a poll before the library does, which makes one and the same exception
/// of a wrong token, a second instance and a page of a proxy.
final class PollingInterceptor implements Interceptor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ENOUGH = 4096;

    private final TelegramConnection connection;
    private final Backoff backoff;

    PollingInterceptor(TelegramConnection connection, Backoff backoff) {
        this.connection = connection;
        this.backoff = backoff;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            Response response = chain.proceed(chain.request());
            judge(response);
            return response;
        } catch (IOException e) {
            connection.failed(ConnectionStatus.UNREACHABLE, server(chain) + ": " + e);
            throw e;
        }
    }

    private static String server(Chain chain) {
        return chain.request().url().scheme() + "://" + chain.request().url().host();
    }

    private void judge(Response response) throws IOException {
        String body = response.peekBody(ENOUGH).string();
        if (response.isSuccessful() && body.stripLeading().startsWith("{")) {
            return; // the poll itself looks further
        }
        JsonNode error = parsed(body);
        int wait = error.path("parameters").path("retry_after").intValue();
        backoff.atLeast(Duration.ofSeconds(Math.clamp(wait, 0, 300)));
        connection.failed(standing(error.path("error_code").intValue()), seen(response, error));
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode(); // a page for people, made by something in between
        }
    }

    private static ConnectionStatus standing(int code) {
        return switch (code) {
            case 401, 404 -> ConnectionStatus.WRONG_TOKEN;
            case 409 -> ConnectionStatus.CONFLICT;
            case 429 -> ConnectionStatus.FLOODED;
            default -> ConnectionStatus.NO_BOT_API;
        };
    }

    private static String seen(Response response, JsonNode error) {
        return error.path("description")
                .asText("HTTP " + response.code() + " " + response.header("Content-Type", ""));
    }
}
