package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.verbatim.telegram.delivery.TelegramSettings.Token;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/// An HTTP client of one Bot API server. Not the library's own, which can't make a call that was
/// stored as JSON, and hides what the server answered. Its threads don't keep the process alive.
/// Thread-safe.
final class BotApiHttpClient implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    // More calls than this wait for one another; the limits of Telegram are far below.
    private static final int CALLS_AT_ONCE = 64;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{1,18}");

    private final Endpoint api;
    private final OkHttpClient http;

    /// @param answer how long the server may take to answer
    BotApiHttpClient(Endpoint api, Duration answer) {
        this.api = api;
        var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(CALLS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
        http =
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .connectTimeout(CONNECT)
                        .writeTimeout(CONNECT)
                        .readTimeout(answer)
                        .callTimeout(answer.plus(CONNECT))
                        .followRedirects(false)
                        .addInterceptor(this::withoutTokenInErrors)
                        .build();
    }

    ApiResult<JsonNode> post(String method, ObjectNode body) {
        return post(method, RequestBody.create(body.toString(), JSON));
    }

    /// Posts a form with a file in the field that the method is named after: `document` for
    /// `sendDocument`, `photo` for `sendPhoto`.
    ApiResult<JsonNode> post(String method, ObjectNode body, ApiCall.Upload upload) {
        var form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        body.properties()
                .forEach(field -> form.addFormDataPart(field.getKey(), text(field.getValue())));
        String field = method.substring("send".length()).toLowerCase(Locale.ROOT);
        form.addFormDataPart(field, upload.name(), RequestBody.create(upload.bytes(), BYTES));
        return post(method, form.build());
    }

    /// The bot's number at the server, which is the beginning of its token; the server alone when
    /// the token has none, because the rest of it is secret.
    String bot() {
        return api.server() + number();
    }

    /// The bot's number; empty when the token has none.
    OptionalLong accountId() {
        String number = number();
        return ACCOUNT.matcher(number).matches()
                ? OptionalLong.of(Long.parseLong(number))
                : OptionalLong.empty();
    }

    private String number() {
        String token = api.token().value();
        return token.substring(0, Math.max(0, token.indexOf(':')));
    }

    /// The file at a path that `getFile` returned.
    ///
    /// @throws IOException also when it is longer than the limit
    byte[] download(String filePath, int limit) throws IOException {
        HttpUrl address = api.file(filePath);
        try (Response response =
                        http.newCall(new Request.Builder().url(address).build()).execute();
                var bytes = body(response).byteStream()) {
            if (!response.isSuccessful()) {
                throw new IOException("HTTP " + response.code());
            }
            byte[] content = bytes.readNBytes(limit + 1);
            if (content.length > limit) {
                throw new IOException("the file is longer than " + limit + " bytes");
            }
            return content;
        }
    }

    /// Aborts the calls in flight; every later one fails.
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static ResponseBody body(Response response) {
        return Objects.requireNonNull(response.body(), "a call's response has one");
    }

    private ApiResult<JsonNode> post(String method, RequestBody body) {
        Request request = new Request.Builder().url(api.method(method)).post(body).build();
        try (Response response = http.newCall(request).execute()) {
            return ApiResult.read(
                    body(response).string(),
                    "HTTP " + response.code() + " " + response.header("Content-Type", ""));
        } catch (IOException e) {
            String server = request.url().scheme() + "://" + request.url().host();
            return ApiResult.Undelivered.unreachable(server + ": " + e);
        }
    }

    private Response withoutTokenInErrors(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            if (api.token().isIn(message)) {
                throw new IOException(api.token().redacted(message));
            }
            throw e;
        }
    }

    /// A Bot API server and the bot's token there.
    record Endpoint(HttpUrl server, Token token) {

        /// The API at an address that an operator wrote; empty when it is none. Only a server, a
        /// port and a path may be in it: the methods' names come after it.
        static Optional<Endpoint> at(String address, Token token) {
            return Optional.ofNullable(HttpUrl.parse(address.strip()))
                    .filter(Endpoint::isPlain)
                    .map(server -> new Endpoint(server, token));
        }

        private static boolean isPlain(HttpUrl url) {
            return Stream.of(
                            Optional.ofNullable(url.query()),
                            Optional.ofNullable(url.fragment()),
                            Optional.of(url.username() + url.password())
                                    .filter(user -> !user.isEmpty()))
                    .allMatch(Optional::isEmpty);
        }

        /// Where a method is called.
        HttpUrl method(String name) {
            return server.newBuilder()
                    .addPathSegment("bot" + token.value())
                    .addPathSegment(name)
                    .build();
        }

        /// Where a file is.
        ///
        /// @param path as `getFile` returns it
        HttpUrl file(String path) {
            return server.newBuilder()
                    .addPathSegment("file")
                    .addPathSegment("bot" + token.value())
                    .addPathSegments(path)
                    .build();
        }
    }
}
