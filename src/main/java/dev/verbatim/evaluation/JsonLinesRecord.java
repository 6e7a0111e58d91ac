package dev.verbatim.evaluation;

import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An object of a JSON-lines file. It knows its line, so that error messages can name it.
record JsonLinesRecord(Path file, int lineNumber, JsonNode object) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_SHOWN = 60;

    /// Reads every line of a file that isn't blank.
    ///
    /// @throws UnusableInputException when the file is missing or isn't UTF-8, or a line isn't an
    ///   object
    static <T> List<T> readAll(Path file, Function<JsonLinesRecord, T> mapper) throws IOException {
        List<T> all = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank()) {
                all.add(mapper.apply(parse(file, number, line)));
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
            throw invalid(field, "a string");
        }
        return value.stringValue();
    }

    boolean flag(String field) {
        JsonNode value = object.path(field);
        if (!value.isBoolean()) {
            throw invalid(field, "true or false");
        }
        return value.booleanValue();
    }

    Optional<Integer> number(String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isInt() || value.intValue() < 0) {
            throw invalid(field, "a whole number of at least 0");
        }
        return Optional.of(value.intValue());
    }

    /// The objects of an array, with the number of this line.
    List<JsonLinesRecord> objects(String field) {
        return elements(field, JsonNode::isObject, "an array of objects").stream()
                .map(element -> new JsonLinesRecord(file, this.lineNumber, element))
                .toList();
    }

    List<String> texts(String field) {
        return elements(field, JsonNode::isString, "an array of strings").stream()
                .map(JsonNode::stringValue)
                .toList();
    }

    /// The elements of an array, which must all be of the same kind.
    List<JsonNode> elements(String field, Predicate<JsonNode> kind, String name) {
        JsonNode value = object.path(field);
        List<JsonNode> elements = List.copyOf(value.values());
        if (!value.isArray() || !elements.stream().allMatch(kind)) {
            throw invalid(field, name);
        }
        return elements;
    }

    boolean has(String field) {
        return object.has(field);
    }

    private UnusableInputException invalid(String field, String expected) {
        String problem =
                object.has(field)
                        ? "\"" + field + "\": " + abbreviated(object.path(field).toString())
                        : abbreviated(object.toString()) + " without \"" + field + "\"";
        return unusable(
                problem + " can't be used",
                "Write \"" + field + "\" with " + expected + " as value");
    }

    UnusableInputException unusable(String problem, String advice) {
        return new UnusableInputException(
                file + " line " + lineNumber + ": " + problem + ". " + advice + ".");
    }

    private static String abbreviated(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
