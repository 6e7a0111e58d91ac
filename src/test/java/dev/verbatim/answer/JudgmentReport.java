package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A report of what the rows of a table of judgments come to. No row may get worse than its table
/// expects.
///
/// After the tests the report says how many rows have each outcome, and writes the table as it
/// would be with them to `target/judgments`. To raise what is expected, put that file in the place
/// of the table, and the counts in the place of the floors.
final class JudgmentReport implements AfterAllCallback {

    private static final Path FOLDER = Path.of("target", "judgments");

    private final String table;
    private final Map<String, Enum<?>> outcomes = new ConcurrentHashMap<>();

    JudgmentReport(String table) {
        this.table = table;
    }

    /// Fails when an outcome is worse than the row expects.
    ///
    /// @param row whose text is the last columns of the table
    <E extends Enum<E>> void assertNoWorse(E outcome, E expected, Object row) {
        outcomes.put(row.toString(), outcome);
        assertThat(outcome).as("%s", row).isLessThanOrEqualTo(expected);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Map<String, Long> counts =
                outcomes.values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Enum::name, TreeMap::new, Collectors.counting()));
        context.publishReportEntry(table, counts.toString());
        Files.createDirectories(FOLDER);
        Files.write(
                FOLDER.resolve(table),
                JudgmentRow.lines(table).stream().map(this::withOutcome).toList());
    }

    private String withOutcome(String line) {
        List<String> columns = JudgmentRow.of(line).columns();
        String row = String.join(" > ", columns);
        return outcomes.entrySet().stream()
                .filter(_ -> JudgmentRow.isRow(line))
                .filter(outcome -> row.endsWith(" > " + outcome.getKey()))
                .findFirst()
                .map(outcome -> outcome.getValue() + line.substring(columns.getFirst().length()))
                .orElse(line);
    }
}
