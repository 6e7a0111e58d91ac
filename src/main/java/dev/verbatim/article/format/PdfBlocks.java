package dev.verbatim.article.format;

import dev.verbatim.article.format.ParsedBody.TextBlock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A builder of paragraphs and headings from the lines of a PDF's pages. A paragraph goes on over
/// columns and pages until a line is indented, stands apart, or ends early with the end of a
/// sentence. What stands at the top or the bottom of several pages is no text.
final class PdfBlocks {

    private static final Pattern PAGE_NUMBER =
            Pattern.compile(
                    "^[^\\p{L}\\p{N}]{0,3}+(?:[\\p{L}.]{1,10}+ )?+\\d{1,4}+(?: ?(?:/|of|von|de|sur|di|из|з) ?\\d{1,4}+)?+[^\\p{L}\\p{N}]{0,3}+$");
    private static final Pattern ROMAN = Pattern.compile("^[ivxlc]{1,7}+$");
    private static final Pattern DOT_LEADERS = Pattern.compile("(?:\\. ?+){6}");
    private static final Pattern ITEM = Pattern.compile("^(?:[•▪◦‣●■–-] |\\d{1,3}+[.)] )");

    private static final Pattern DIGITS = Pattern.compile("\\d++");

    private static final int MARGIN_ROWS = 3;
    private static final double MANY = 0.4;
    private static final float LARGER = 1.15f;
    private static final int MAX_HEADING = 200;
    private static final int MAX_TITLE_LINES = 5;

    // Of the line's height: more stands between paragraphs.
    private static final float APART = 1.35f;

    private final List<PdfLine> lines;
    private final float bodySize;
    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<PdfLine> paragraph = new ArrayList<>();

    PdfBlocks(List<PdfLine> lines) {
        this.lines = lines;
        this.bodySize = bodySize(lines);
    }

    private static float bodySize(List<PdfLine> lines) {
        Map<Float, Integer> letters = new HashMap<>();
        lines.forEach(
                line -> letters.merge(rounded(line.size()), line.text().length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(1f);
    }

    private static float rounded(float size) {
        return Math.round(size * 2) / 2f;
    }

    /// @param facts of the file; a headline on the first page is preferred as the title
    ParsedBody body(ArticleMetadata facts) {
        Map<Integer, List<PdfLine>> pages =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        PdfLine::page, TreeMap::new, Collectors.toList()));
        Set<String> running = runningLines(pages);
        for (List<PdfLine> page : pages.values()) {
            List<PdfLine> text =
                    page.stream().filter(line -> !isRunning(line, page, running)).toList();
            PdfColumns.of(text).forEach(this::addColumn);
        }
        endParagraph();
        List<TextBlock> joined = joinedWords(blocks);
        LocalDate published = DocumentText.date(joined).orElse(null);
        String headline = headline(joined);
        String title =
                headline != null
                        ? headline
                        : facts.title() != null ? facts.title() : firstLine(joined);
        return new ParsedBody(
                new ArticleMetadata(title, null, facts.author(), published, null, null, null),
                joined);
    }

    /// Keys of lines that stand in the margins of many pages.
    private static Set<String> runningLines(Map<Integer, List<PdfLine>> pages) {
        Map<String, Long> counts =
                pages.values().stream()
                        .flatMap(page -> marginal(page).map(PdfBlocks::key).distinct())
                        .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        double many = Math.clamp(MANY * pages.size(), 2, 3);
        return counts.entrySet().stream()
                .filter(count -> count.getValue() >= many)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<PdfLine> marginal(List<PdfLine> page) {
        List<Float> rows = page.stream().map(PdfLine::baseline).distinct().sorted().toList();
        float top = rows.get(Math.min(MARGIN_ROWS, rows.size()) - 1);
        float bottom = rows.get(Math.max(0, rows.size() - MARGIN_ROWS));
        return page.stream().filter(line -> line.baseline() <= top || line.baseline() >= bottom);
    }

    private static String key(PdfLine line) {
        String words = DIGITS.matcher(line.text().toLowerCase(Locale.ROOT)).replaceAll("#");
        return Math.round(line.baseline() / 6) + " " + words;
    }

    private static boolean isRunning(PdfLine line, List<PdfLine> page, Set<String> running) {
        boolean known = running.contains(key(line));
        boolean numbered =
                PAGE_NUMBER.matcher(line.text()).matches() || ROMAN.matcher(line.text()).matches();
        if (DOT_LEADERS.matcher(line.text()).find()) {
            return true; // a table of contents
        }
        return (known || numbered)
                && marginal(page).anyMatch(line::equals)
                && (known || isOutermost(line, page));
    }

    private static boolean isOutermost(PdfLine line, List<PdfLine> page) {
        return page.stream().noneMatch(other -> other.baseline() > line.baseline() + 1)
                || page.stream().noneMatch(other -> other.baseline() < line.baseline() - 1);
    }

    private void addColumn(List<PdfLine> column) {
        float left = (float) column.stream().mapToDouble(PdfLine::left).min().orElse(0);
        float right = (float) column.stream().mapToDouble(PdfLine::right).max().orElse(0);
        float leading = leading(column);
        for (PdfLine line : column) {
            if (!paragraph.isEmpty() && !goesOn(line, left, right, leading)) {
                endParagraph();
            }
            paragraph.add(line);
        }
    }

    /// The usual distance of two lines.
    private static float leading(List<PdfLine> column) {
        List<Float> distances = new ArrayList<>();
        for (int index = 1; index < column.size(); index++) {
            float distance = column.get(index).baseline() - column.get(index - 1).baseline();
            if (distance > 0) {
                distances.add(distance);
            }
        }
        distances.sort(null);
        return distances.isEmpty() ? 0 : distances.get(distances.size() / 3);
    }

    private boolean goesOn(PdfLine line, float left, float right, float leading) {
        PdfLine before = paragraph.getLast();
        if (Math.abs(line.size() - before.size()) > 0.08f * before.size()
                || isHeading(line) != isHeading(before)) {
            return false;
        }
        if (ITEM.matcher(line.text()).find()) {
            return false;
        }
        boolean below = line.page() == before.page() && line.baseline() > before.baseline();
        if (!below) {
            return goesOnElsewhere(line, before);
        }
        boolean apart =
                line.baseline() - before.baseline() > APART * Math.max(leading, before.size());
        boolean indented =
                !ITEM.matcher(paragraph.getFirst().text()).find()
                        && line.left() - left > 0.8f * line.size()
                        && line.left() - before.left() > 0.8f * line.size();
        boolean endedEarly =
                before.right() < right - 0.2f * (right - left)
                        && BoilerplateFilter.endsSentence(before.text());
        return !apart && !indented && !endedEarly;
    }

    /// In the next column or on the next page.
    private static boolean goesOnElsewhere(PdfLine line, PdfLine before) {
        boolean ended = BoilerplateFilter.endsSentence(before.text());
        boolean begins = Character.isLowerCase(line.text().codePointAt(0));
        return !ended && (begins || before.text().length() > 20);
    }

    private boolean isHeading(PdfLine line) {
        return line.size() >= LARGER * bodySize;
    }

    private void endParagraph() {
        if (paragraph.isEmpty()) {
            return;
        }
        String words = paragraph.stream().map(PdfLine::text).collect(Collectors.joining("\n"));
        boolean large = isHeading(paragraph.getFirst());
        boolean bold =
                paragraph.size() <= 2
                        && paragraph.stream().allMatch(PdfLine::bold)
                        && !BoilerplateFilter.endsSentence(words);
        boolean heading = words.length() <= MAX_HEADING && (large || bold);
        blocks.add(heading ? new TextBlock.Heading(words) : new TextBlock.Prose(words));
        paragraph.clear();
    }

    /// The blocks with their lines joined, and with the words that were divided at their ends.
    private static List<TextBlock> joinedWords(List<TextBlock> blocks) {
        String divider = "\n\f\n";
        String text =
                LineHyphenation.joined(
                        blocks.stream().map(TextBlock::words).collect(Collectors.joining(divider)));
        List<TextBlock> joined = new ArrayList<>();
        int start = 0;
        for (TextBlock block : blocks) {
            int end = text.indexOf(divider, start);
            String words =
                    Whitespace.squeezed(text.substring(start, end < 0 ? text.length() : end));
            joined.add(
                    block instanceof TextBlock.Heading
                            ? new TextBlock.Heading(words)
                            : new TextBlock.Prose(words));
            start = end + divider.length();
        }
        return joined;
    }

    /// The heading in the largest letters on the first page.
    private @Nullable String headline(List<TextBlock> joined) {
        int first = lines.getFirst().page();
        float largest =
                (float)
                        lines.stream()
                                .filter(line -> line.page() == first && line.text().length() > 3)
                                .mapToDouble(PdfLine::size)
                                .max()
                                .orElse(0);
        List<String> words =
                lines.stream()
                        .filter(line -> line.page() == first && line.size() > 0.95f * largest)
                        .map(PdfLine::text)
                        .limit(MAX_TITLE_LINES)
                        .toList();
        boolean found = largest >= LARGER * bodySize;
        String start = found && !words.isEmpty() ? Whitespace.squeezed(words.getFirst()) : "";
        return joined.stream()
                .filter(block -> found && block instanceof TextBlock.Heading)
                .map(TextBlock::words)
                .filter(
                        heading ->
                                heading.startsWith(start.substring(0, Math.min(8, start.length()))))
                .findFirst()
                .orElseGet(() -> firstHeading(joined));
    }

    private static @Nullable String firstHeading(List<TextBlock> joined) {
        boolean headed = !joined.isEmpty() && joined.getFirst() instanceof TextBlock.Heading;
        return headed ? joined.getFirst().words() : null;
    }

    private static @Nullable String firstLine(List<TextBlock> joined) {
        return joined.isEmpty()
                ? null
                : joined.getFirst()
                        .words()
                        .lines()
                        .findFirst()
                        .map(PdfBlocks::shortened)
                        .orElse(null);
    }

    private static String shortened(String line) {
        return line.length() <= MAX_HEADING
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 80)) + "…";
    }
}
