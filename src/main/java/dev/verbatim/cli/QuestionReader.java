package dev.verbatim.cli;

import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A reader of questions, one a line: plain text, or a JSON object with a "question" when the line
/// starts with `{`. Skips blank lines. Reads one line at a time, so that a program can write the
/// next question after reading the answer.
final class QuestionReader implements AutoCloseable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final BufferedReader reader;
    private int number;

    QuestionReader(String name, BufferedReader reader) {
        this.name = name;
        this.reader = reader;
    }

    /// Opens a file.
    ///
    /// @throws UnusableInputException when it doesn't exist or can't be read
    static QuestionReader of(Path file) {
        try {
            return new QuestionReader(file.toString(), Files.newBufferedReader(file));
        } catch (NoSuchFileException e) {
            throw new UnusableInputException(file + " does not exist.");
        } catch (IOException e) {
            throw new UnusableInputException(file + " can't be read: " + e.getMessage() + ".");
        }
    }

    /// The next question; empty at the end.
    ///
    /// @throws UnusableInputException when the line can't be used
    Optional<String> next() {
        String line = readLine();
        while (line != null && line.isBlank()) {
            line = readLine();
        }
        return Optional.ofNullable(line).map(this::question);
    }

    private String question(String line) {
        return line.stripLeading().startsWith("{") ? questionOf(line) : line.strip();
    }

    private String questionOf(String json) {
        try {
            JsonNode question = JsonLines.read(json).path("question");
            if (question.isString()) {
                return question.stringValue();
            }
            throw unusable(json + " has no \"question\" that is a string");
        } catch (JacksonException e) {
            throw unusable(json + " is not JSON");
        }
    }

    private UnusableInputException unusable(String problem) {
        return new UnusableInputException(
                name
                        + " line "
                        + number
                        + ": "
                        + problem
                        + ". Write {\"question\": \"…\"}, or the question as plain text.");
    }

    private @Nullable String readLine() {
        try {
            String line = reader.readLine();
            number++;
            return number == 1 && line != null && line.startsWith(BYTE_ORDER_MARK)
                    ? line.substring(1)
                    : line;
        } catch (CharacterCodingException e) {
            throw new UnusableInputException(name + " is not UTF-8. Save it as UTF-8.");
        } catch (IOException e) {
            throw new UnusableInputException(name + " can't be read: " + e.getMessage() + ".");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
