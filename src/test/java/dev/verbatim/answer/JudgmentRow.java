package dev.verbatim.answer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A row of a table of questions that lies beside the tests: columns between bars, `-` for none.
record JudgmentRow(List<String> columns) {

    private static final Pattern BAR = Pattern.compile(" *\\| *");
    private static final String NONE = "-";

    /// All rows of a table; blank lines and those that begin with `#` are none.
    static <T> List<T> table(String name, Function<JudgmentRow, T> reading) {
        return lines(name).stream()
                .filter(JudgmentRow::isRow)
                .map(JudgmentRow::of)
                .map(reading)
                .toList();
    }

    static boolean isRow(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    static JudgmentRow of(String line) {
        return new JudgmentRow(List.of(BAR.split(line.strip())));
    }

    static List<String> lines(String name) {
        try (BufferedReader lines = open(name)) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader open(String name) {
        return new BufferedReader(
                new InputStreamReader(
                        Objects.requireNonNull(JudgmentRow.class.getResourceAsStream(name), name),
                        StandardCharsets.UTF_8));
    }

    /// Empty for none.
    String text(int column) {
        return columns.get(column).equals(NONE) ? "" : columns.get(column);
    }

    /// 0 for none.
    int number(int column) {
        return text(column).isEmpty() ? 0 : Integer.parseInt(text(column));
    }
}
