package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.TestReporter;

/// A row of a table of questions that lies beside the tests: columns between bars, `-` for none.
/// The last column may have bars of its own.
record JudgmentRow(List<String> columns) {

    private static final Pattern BAR = Pattern.compile(" *\\| *");
    private static final String NONE = "-";

    /// All rows of a table; blank lines and those that begin with `#` are none.
    static <T> List<T> table(String name, int columns, Function<JudgmentRow, T> reading) {
        try (BufferedReader lines = open(name)) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> new JudgmentRow(List.of(BAR.split(line.strip(), columns))))
                    .map(reading)
                    .toList();
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

    /// Fails when an outcome is worse than the row expects. A row that gets better doesn't fail,
    /// but is reported, so that it is moved up.
    static <E extends Comparable<E>> void assertNoWorse(
            E outcome, E expected, Object row, TestReporter reporter) {
        assertThat(outcome).as("%s", row).isLessThanOrEqualTo(expected);
        if (!outcome.equals(expected)) {
            reporter.publishEntry(row.toString(), "now " + outcome);
        }
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
