package dev.verbatim.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A report as a text table: one measure a line, the figures in a column.
final class ReportTable {

    private static final int DECIMALS = 4;

    private final List<Row> rows = new ArrayList<>();

    private ReportTable() {}

    /// Formats the fields of a JSON object; a field of a nested object gets both names.
    static String of(JsonNode object) {
        ReportTable reportTable = new ReportTable();
        reportTable.add("", object);
        return reportTable.text();
    }

    private void add(String prefix, JsonNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = prefix + field.getKey();
            if (field.getValue().isObject()) {
                add(name + " ", field.getValue());
            } else {
                rows.add(new Row(name, figure(field.getValue())));
            }
        }
    }

    // Rounded down, so that only 1 is shown as 1.0000: a share of 0.99996 may be a bug.
    private static String figure(JsonNode value) {
        if (value.isNull()) {
            return "-";
        }
        BigDecimal number = value.decimalValue();
        return value.isInt()
                ? number.toString()
                : number.setScale(DECIMALS, RoundingMode.DOWN).toString();
    }

    private String text() {
        int names = rows.stream().mapToInt(row -> row.name.length()).max().orElse(1);
        int figures = rows.stream().mapToInt(row -> row.figure.length()).max().orElse(1);
        return rows.stream()
                .map(row -> row.aligned(names, figures))
                .collect(Collectors.joining("\n"));
    }

    private record Row(String name, String figure) {

        String aligned(int names, int figures) {
            return name
                    + " ".repeat(names - name.length() + 2 + figures - figure.length())
                    + figure;
        }
    }
}
