package dev.verbatim.evaluation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An object of a JSON-lines file, and where it stands, so that whatever is wrong with it can be
/// found.
record JsonLinesRecord(Path file, int number, JsonNode object) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 60;

    /// Every line of a file but the blank ones.
    ///
    /// @throws UnusableInputException when the file is missing, is not UTF-8, or a line is no
    ///   object
    static <T> List<T> readAll(Path file, Function<JsonLinesRecord, T> reading) throws IOException {
        List<T> all = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank()) {
                all.add(reading.apply(parse(file, number, line)));
            }
        }
        return all;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new UnusableInputException(file + " does not exist.");
        } catch (CharacterCodingException e) {
            throw new UnusableInputException(file + " is not UTF-8. Save it as UTF-8.");
        }
    }

    private static JsonLinesRecord parse(Path file, int number, String line) {
        JsonLinesRecord parsed = new JsonLinesRecord(file, number, objectIn(line));
        if (!parsed.object.isObject()) {
            throw parsed.unusable(
                    abbreviated(line) + " is not a JSON object", "Write one JSON object a line");
        }
        return parsed;
    }

    private static JsonNode objectIn(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    String text(String field) {
        JsonNode value = object.path(field);
        if (!value.isString()) {
            throw wrong(field, "a string");
        }
        return value.stringValue();
    }

    boolean flag(String field) {
        JsonNode value = object.path(field);
        if (!value.isBoolean()) {
            throw wrong(field, "true or false");
        }
        return value.booleanValue();
    }

    Optional<Integer> number(String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isInt() || value.intValue() < 0) {
            throw wrong(field, "a whole number of at least 0");
        }
        return Optional.of(value.intValue());
    }

    /// The objects of an array, as if each stood on this line.
    List<JsonLinesRecord> objects(String field) {
        return elements(field, JsonNode::isObject, "an array of objects").stream()
                .map(element -> new JsonLinesRecord(file, this.number, element))
                .toList();
    }

    List<String> texts(String field) {
        return elements(field, JsonNode::isString, "an array of strings").stream()
                .map(JsonNode::stringValue)
                .toList();
    }

    /// The elements of an array, none of which may be of another kind.
    List<JsonNode> elements(String field, Function<JsonNode, Boolean> kind, String name) {
        JsonNode value = object.path(field);
        List<JsonNode> elements = List.copyOf(value.values());
        if (!value.isArray() || !elements.stream().allMatch(kind::apply)) {
            throw wrong(field, name);
        }
        return elements;
    }

    boolean has(String field) {
        return object.has(field);
    }

    private UnusableInputException wrong(String field, String wanted) {
        String problem =
                object.has(field)
                        ? "\"" + field + "\": " + abbreviated(object.path(field).toString())
                        : abbreviated(object.toString()) + " without \"" + field + "\"";
        return unusable(
                problem + " can't be used", "Write \"" + field + "\" with " + wanted + " as value");
    }

    UnusableInputException unusable(String problem, String advice) {
        return new UnusableInputException(
                file + " line " + number + ": " + problem + ". " + advice + ".");
    }

    private static String abbreviated(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
