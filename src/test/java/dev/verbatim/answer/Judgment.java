package dev.verbatim.answer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A row of the table `seed-questions.txt`, which says what each column is.
///
/// @param paragraph that answers; 0 when none does
/// @param speaker full name; empty when the words are the article's own
/// @param words of the paragraph that answer; empty when none do
record Judgment(Expected expected, int paragraph, String speaker, String words, String question) {

    private static final Pattern BAR = Pattern.compile(" *\\| *");

    /// The table says what they mean.
    enum Expected {
        RIGHT,
        CLOSEST,
        MISSED,
        HONEST,
        KNOWN_WRONG
    }

    static List<Judgment> table() {
        return lines("seed-questions.txt").map(Judgment::read).toList();
    }

    /// The rows of a table that lies beside the tests.
    static Stream<String> lines(String name) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Judgment.class.getResourceAsStream(name), name),
                                StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Judgment read(String line) {
        String[] columns = BAR.split(line, 5);
        return new Judgment(
                Expected.valueOf(columns[0]),
                columns[1].equals("-") ? 0 : Integer.parseInt(columns[1]),
                speaker(columns[2]),
                columns[3].equals("-") ? "" : columns[3],
                columns[4]);
    }

    static String speaker(String surname) {
        return switch (surname) {
            case "Stoltenberg" -> "Jens Stoltenberg";
            case "Smith" -> "Julianne Smith";
            case "-" -> "";
            default -> throw new AssertionError("the article quotes no " + surname);
        };
    }

    boolean isAnswerable() {
        return paragraph > 0;
    }

    @Override
    public String toString() {
        return question;
    }
}
