package dev.verbatim.playground.botapi;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Reads the parameters of a request, in each form that the Bot API takes: query, form, JSON and
/// `multipart/form-data`.
final class RequestReader {

    private static final int MAXIMUM_BYTES = 50 * 1024 * 1024;
    private static final Pattern PAIRS = Pattern.compile("&");

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,]+)\"?");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("\\bfilename=\"([^\"]*)\"");
    private static final Pattern TYPE =
            Pattern.compile(
                    "^content-type:\\s*([^\r\n]*)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

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
            multipart(body, type, values, files);
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

    // Parts are found in a text with one character per byte.
    private static void multipart(
            byte[] body, String contentType, ObjectNode values, Map<String, UploadedFile> files) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw ApiError.badRequest("boundary not found");
        }
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String line = "--" + boundary.group(1);
        int start = text.indexOf(line);
        while (start >= 0) {
            int next = text.indexOf("\r\n" + line, start);
            if (next < 0) {
                return;
            }
            part(text.substring(start + line.length(), next), values, files);
            start = next + 2;
        }
    }

    private static void part(String part, ObjectNode values, Map<String, UploadedFile> files) {
        int blank = part.indexOf("\r\n\r\n");
        Matcher name = NAME.matcher(part.substring(0, Math.max(0, blank)));
        if (blank < 0 || !name.find()) {
            return;
        }
        String head = part.substring(0, blank);
        byte[] content = part.substring(blank + 4).getBytes(StandardCharsets.ISO_8859_1);
        Matcher file = FILE_NAME.matcher(head);
        if (file.find()) {
            files.put(
                    utf8(name.group(1)),
                    new UploadedFile(utf8(file.group(1)), type(head), content));
        } else {
            values.put(utf8(name.group(1)), new String(content, StandardCharsets.UTF_8));
        }
    }

    private static String type(String head) {
        Matcher type = TYPE.matcher(head);
        return type.find() ? type.group(1).strip() : "application/octet-stream";
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
