package dev.verbatim.playground.botapi;

import com.sun.net.httpserver.HttpExchange;
import dev.verbatim.playground.botapi.DraftMessage.UploadedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The parameters of a call, read from the two forms in which our bot sends them: JSON and
/// `multipart/form-data`, where numbers, lists and objects are given as text.
///
/// @param files by the name of their part
record CallParameters(ObjectNode values, Map<String, UploadedFile> files) {

    private static final int MAXIMUM_BYTES = 50 * 1024 * 1024;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,]++)\"?");
    private static final Pattern NAME = Pattern.compile("(?<!\\w)name=\"([^\"]*+)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?<!\\w)filename=\"([^\"]*+)\"");
    private static final Pattern TYPE =
            Pattern.compile(
                    "^content-type:\\s*+([^\r\n]*+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    boolean has(String name) {
        return values.has(name) && !values.get(name).isNull();
    }

    /// Empty when missing.
    String text(String name) {
        JsonNode value = values.path(name);
        return value.isContainer() ? value.toString() : value.asString("");
    }

    /// 0 when missing or no number.
    long number(String name) {
        return values.path(name).asLong(0);
    }

    int integer(String name, int otherwise) {
        return values.path(name).asInt(otherwise);
    }

    boolean flag(String name) {
        String text = text(name);
        return text.equalsIgnoreCase("true") || text.equals("1") || text.equalsIgnoreCase("yes");
    }

    /// A list or an object; missing when there is none.
    JsonNode json(String name) {
        JsonNode value = values.path(name);
        if (value.isContainer() || !value.isString() || value.asString().isBlank()) {
            return value.isNull() || value.isString() ? JsonTrees.missing() : value;
        }
        return JsonTrees.read(value.asString())
                .orElseThrow(() -> ApiError.badRequest("can't parse " + name + " JSON object"));
    }

    /// An uploaded file, under its own name or the one that `attach://` names.
    Optional<UploadedFile> file(String name) {
        String part = text(name);
        boolean elsewhere = part.startsWith("attach://");
        String key = elsewhere ? part.substring("attach://".length()) : name;
        return Optional.ofNullable(files.get(key));
    }

    /// The parameters in an object such as `reply_parameters`; empty when it is missing.
    CallParameters nested(String name) {
        return json(name) instanceof ObjectNode object
                ? new CallParameters(object, files)
                : new CallParameters(JsonTrees.object(), files);
    }

    /// All of it as JSON; a file is there by its name.
    ObjectNode toJson() {
        ObjectNode json = values.deepCopy();
        files.forEach((name, file) -> json.put(name, file.name()));
        return json;
    }

    static CallParameters read(HttpExchange exchange) throws IOException {
        ObjectNode values = JsonTrees.object();
        Map<String, UploadedFile> files = new HashMap<>();
        byte[] body = exchange.getRequestBody().readNBytes(MAXIMUM_BYTES + 1);
        if (body.length > MAXIMUM_BYTES) {
            throw ApiError.tooLarge();
        }
        String type =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                        .orElse("");
        if (type.startsWith("multipart/form-data")) {
            multipart(body, type, values, files);
        } else {
            json(new String(body, StandardCharsets.UTF_8), values);
        }
        return new CallParameters(values, files);
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
