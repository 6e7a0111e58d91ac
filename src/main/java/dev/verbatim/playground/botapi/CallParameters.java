package dev.verbatim.playground.botapi;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The parameters of a call, from query, form and JSON. Numbers may be given as text, and lists and
/// objects as JSON in a text.
///
/// @param files by the name of their part
record CallParameters(ObjectNode values, Map<String, UploadedFile> files) {

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
        return number(name, 0);
    }

    long number(String name, long otherwise) {
        return values.path(name).asLong(otherwise);
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
}
