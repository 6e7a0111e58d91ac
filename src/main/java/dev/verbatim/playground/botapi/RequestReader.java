package dev.verbatim.playground.botapi;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Reads the parameters of a request, in any of the ways in which the Bot API takes them.
final class RequestReader {

    private static final int MAXIMUM_BYTES = 50 * 1024 * 1024;
    private static final Pattern PAIRS = Pattern.compile("&");

    private RequestReader() {}

    static CallParameters read(HttpExchange exchange) throws IOException {
        ObjectNode values = JsonTrees.object();
        Map<String, UploadedFile> files = new HashMap<>();
        form(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""), values);
        byte[] body = exchange.getRequestBody().readNBytes(MAXIMUM_BYTES + 1);
        if (body.length > MAXIMUM_BYTES) {
            throw ApiError.tooLarge();
        }
        String type =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                        .orElse("");
        String kind = type.toLowerCase(Locale.ROOT);
        if (kind.startsWith("multipart/form-data")) {
            Multipart.read(body, type, values, files);
        } else if (kind.startsWith("application/json")) {
            json(text(body), values);
        } else {
            form(text(body), values);
        }
        return new CallParameters(values, files);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static void json(String text, ObjectNode values) {
        if (text.isBlank()) {
            return;
        }
        if (!(JsonTrees.read(text).orElse(JsonTrees.missing()) instanceof ObjectNode object)) {
            throw ApiError.badRequest("can't parse JSON object");
        }
        values.setAll(object);
    }

    private static void form(String text, ObjectNode values) {
        for (String pair : PAIRS.split(text.strip(), -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw ApiError.badRequest("can't decode the request");
        }
    }
}
