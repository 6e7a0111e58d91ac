package dev.verbatim.article.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A table, of which each row can be quoted alone: a line for each of its cells, with the name of
/// the column, as it fits a phone.
///
/// @param head the names of the columns, blank where there are none
record TableRows(List<String> head, List<List<String>> rows) {

    // A longer name is a text of its own.
    private static final int MAX_NAME = 60;

    // Names are repeated in each row; so many characters of them are a table of data.
    private static final int MAX_NAMES = 1_000_000;

    List<String> texts() throws ArticleFormatException {
        List<String> names = head.stream().map(TableRows::name).toList();
        int width = names.stream().mapToInt(String::length).sum();
        if ((long) width * rows.size() > MAX_NAMES) {
            throw new ArticleFormatException(
                    "has a table with " + rows.size() + " rows of " + head.size() + " columns",
                    "Leave the table out, or make articles of its parts");
        }
        boolean named = names.stream().anyMatch(name -> !name.isEmpty());
        return rows.stream()
                .map(cells -> named ? text(names, cells) : unnamed(cells))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String name(String cell) {
        String name = cell.endsWith(":") ? cell.substring(0, cell.length() - 1) : cell;
        return name.length() > MAX_NAME ? "" : name.strip();
    }

    private static String text(List<String> names, List<String> cells) {
        List<String> lines = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String name = column < names.size() ? names.get(column) : "";
            if (!cell.isEmpty()) {
                lines.add(name.isEmpty() ? cell : name + ": " + cell);
            }
        }
        return String.join("\n", lines);
    }

    /// The first cell is what the others are about.
    private static String unnamed(List<String> cells) {
        List<String> written = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        if (written.size() < 2) {
            return String.join("", written);
        }
        String first = written.getFirst();
        return written.stream()
                .skip(1)
                .collect(Collectors.joining(", ", first + (first.endsWith(":") ? " " : ": "), ""));
    }
}
