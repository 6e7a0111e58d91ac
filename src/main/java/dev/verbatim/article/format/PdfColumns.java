package dev.verbatim.article.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An orderer of the lines of a page into columns, each a list of lines from top to bottom. Below
/// one another stand rows that no gutter divides, and groups of rows that one divides: of these the
/// left part is read before the right one, which may be divided again.
///
/// A table's cells are no columns: they are shorter than a column's lines.
final class PdfColumns {

    private static final int STEPS = 120;
    private static final int MIN_ROWS = 4;
    private static final int MIN_LENGTH = 14;
    private static final int MAX_DEPTH = 5;

    private final List<List<PdfLine>> columns = new ArrayList<>();

    private PdfColumns() {}

    /// The columns of one page, in the order in which they are read.
    static List<List<PdfLine>> of(List<PdfLine> page) {
        var columns = new PdfColumns();
        columns.divide(page, 0);
        return columns.columns;
    }

    private void divide(List<PdfLine> lines, int depth) {
        List<List<PdfLine>> rows = rows(lines);
        float gutter = depth < MAX_DEPTH ? gutter(lines, rows) : -1;
        if (gutter < 0) {
            addColumn(rows);
            return;
        }
        List<List<PdfLine>> whole = new ArrayList<>();
        List<List<PdfLine>> divided = new ArrayList<>();
        for (List<PdfLine> row : rows) {
            if (row.stream().anyMatch(line -> crosses(line, gutter))) {
                addDivided(divided, gutter, depth);
                whole.add(row);
            } else {
                addColumn(whole);
                divided.add(row);
            }
        }
        addColumn(whole);
        addDivided(divided, gutter, depth);
    }

    private void addDivided(List<List<PdfLine>> rows, float gutter, int depth) {
        long both = rows.stream().filter(row -> isOnBothSides(row, gutter)).count();
        if (both < MIN_ROWS - 1) {
            addColumn(rows);
        } else {
            List<PdfLine> lines = rows.stream().flatMap(List::stream).toList();
            divide(lines.stream().filter(line -> line.right() <= gutter + 3).toList(), depth + 1);
            divide(lines.stream().filter(line -> line.right() > gutter + 3).toList(), depth + 1);
        }
        rows.clear();
    }

    /// Each row becomes one line.
    private void addColumn(List<List<PdfLine>> rows) {
        if (!rows.isEmpty()) {
            columns.add(
                    rows.stream()
                            .map(row -> row.stream().reduce(PdfLine::with).orElseThrow())
                            .toList());
            rows.clear();
        }
    }

    private static List<List<PdfLine>> rows(List<PdfLine> lines) {
        List<List<PdfLine>> rows = new ArrayList<>();
        for (PdfLine line :
                lines.stream().sorted(Comparator.comparingDouble(PdfLine::baseline)).toList()) {
            if (rows.isEmpty() || !line.isOnRowOf(rows.getLast().getFirst())) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(line);
        }
        rows.forEach(row -> row.sort(Comparator.comparingDouble(PdfLine::left)));
        return rows;
    }

    /// The place that the most rows leave free, with words on both sides; -1 when few do.
    private static float gutter(List<PdfLine> lines, List<List<PdfLine>> rows) {
        float left = (float) lines.stream().mapToDouble(PdfLine::left).min().orElse(0);
        float right = (float) lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
        float best = -1;
        long most = MIN_ROWS - 1;
        for (int step = STEPS / 6; step <= STEPS - STEPS / 6; step++) {
            float place = left + (right - left) * step / STEPS;
            long free = rows.stream().filter(row -> isFree(row, place)).count();
            if (free > most && free >= rows.size() / 4) {
                most = free;
                best = place;
            }
        }
        return best;
    }

    private static boolean isFree(List<PdfLine> row, float place) {
        return row.stream().noneMatch(line -> crosses(line, place))
                && isOnBothSides(row, place)
                && isProse(row);
    }

    private static boolean isProse(List<PdfLine> row) {
        return row.stream().anyMatch(line -> line.text().length() >= 2 * MIN_LENGTH)
                || row.stream().allMatch(line -> line.text().length() >= MIN_LENGTH);
    }

    private static boolean crosses(PdfLine line, float place) {
        return line.left() < place - 3 && line.right() > place + 3;
    }

    private static boolean isOnBothSides(List<PdfLine> row, float place) {
        return row.getFirst().right() <= place + 3 && row.getLast().right() > place + 3;
    }
}
