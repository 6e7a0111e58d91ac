package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/// One call over HTTP. Not the library's client: that one can't make a call that was written down,
/// and hides what the server said to it.
final class BotApiHttpClient implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    private final BotApi api;
    private final OkHttpClient http;

    /// @param answer how long a server may take to answer
    BotApiHttpClient(BotApi api, Duration answer) {
        this.api = api;
        this.http = api.client(answer);
    }

    ApiResult<String> post(String method, ObjectNode body) {
        return post(method, RequestBody.create(body.toString(), JSON));
    }

    /// With a file in the field `document`.
    ApiResult<String> post(String method, ObjectNode body, ApiCall.Upload upload) {
        var form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        body.properties()
                .forEach(field -> form.addFormDataPart(field.getKey(), text(field.getValue())));
        form.addFormDataPart("document", upload.name(), RequestBody.create(upload.bytes(), BYTES));
        return post(method, form.build());
    }

    /// The file at a path that `getFile` told.
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

    @Override
    public void close() {
        BotApi.close(http);
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static ResponseBody body(Response response) {
        return Objects.requireNonNull(response.body(), "a call's response has one");
    }

    private ApiResult<String> post(String method, RequestBody body) {
        Request request = new Request.Builder().url(api.method(method)).post(body).build();
        try (Response response = http.newCall(request).execute()) {
            return ApiResult.of(
                    body(response).string(),
                    "HTTP " + response.code() + " " + response.header("Content-Type", ""));
        } catch (IOException e) {
            return new ApiResult.Undelivered<>(
                    e.getClass().getSimpleName() + ": " + e.getMessage(), Duration.ZERO);
        }
    }
}
