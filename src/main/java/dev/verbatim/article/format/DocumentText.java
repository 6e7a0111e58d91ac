package dev.verbatim.article.format;

import dev.verbatim.article.format.ParsedBody.TextBlock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The text of a word processor's file while it is read: paragraphs, headings, lists, tables and
/// notes, which become blocks in the order of the text.
final class DocumentText {

    // A headline or a line with the date stands above.
    private static final int HEAD_BLOCKS = 8;
    private static final int MAX_DATE_LINE = 60;
    private static final int MAX_TITLE = 200;

    private static final Pattern GENERATED =
            Pattern.compile(
                    "^(?:microsoft|untitled|unbenannt|sans titre|sin título|documento?\\s?\\d*+$)|\\.(?:docx?|odt|pdf|indd|rtf|tex|dvi|qxp)$| user$|office",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> notesOfList = new ArrayList<>();
    private final Deque<Table> tables = new ArrayDeque<>();
    private ListText list = new ListText();
    private boolean inList;
    private @Nullable String title;

    private static final class Table {
        private final List<List<String>> rows = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
    }

    void addTitle(String words) {
        title = title == null && !Whitespace.only(words) ? Whitespace.squeezed(words) : title;
    }

    void addHeading(String words) {
        endList();
        if (!tables.isEmpty()) {
            addToCell(words);
        } else if (!Whitespace.only(words)) {
            blocks.add(new TextBlock.Heading(Whitespace.squeezed(words)));
        }
    }

    void addParagraph(String words) {
        if (!tables.isEmpty()) {
            addToCell(words);
        } else if (!Whitespace.only(words)) {
            endList();
            blocks.add(new TextBlock.Prose(words.strip()));
            place(notes);
        }
    }

    /// @param number with its dot; empty for a bullet
    void addItem(String number, int depth, String words) {
        if (tables.isEmpty()) {
            list.add(number, depth, words);
            notesOfList.addAll(notes);
            notes.clear();
            inList = true;
        } else {
            addToCell(words);
        }
    }

    /// A note, which follows the paragraph that refers to it.
    void addNote(String words) {
        if (!Whitespace.only(words)) {
            notes.add(Whitespace.squeezed(words));
        }
    }

    private void addToCell(String words) {
        StringBuilder cell = tables.peek().cell;
        cell.append(cell.isEmpty() ? "" : " ").append(words.strip());
    }

    void startTable() {
        endList();
        tables.push(new Table());
    }

    void startRow() {
        if (!tables.isEmpty()) {
            tables.peek().rows.add(new ArrayList<>());
        }
    }

    void endCell() {
        Table table = tables.peek();
        if (table != null && !table.rows.isEmpty()) {
            table.rows.getLast().add(Whitespace.squeezed(table.cell.toString()));
            table.cell.setLength(0);
        }
    }

    /// A table inside another becomes words of its cell.
    void endTable() throws ArticleFormatException {
        Table table = tables.poll();
        if (table == null || table.rows.isEmpty()) {
            return;
        }
        for (String row : rows(table.rows).texts()) {
            addParagraph(row);
        }
    }

    /// The first row names the columns when each of its cells is short, and no two are the same.
    private static TableRows rows(List<List<String>> rows) {
        List<String> first = rows.getFirst();
        boolean named =
                rows.size() > 1
                        && first.size() > 1
                        && first.stream().skip(1).noneMatch(String::isEmpty)
                        && first.stream().allMatch(cell -> cell.length() <= 40)
                        && first.stream().distinct().count() == first.size()
                        && first.stream().noneMatch(DocumentText::isNumber);
        return named
                ? new TableRows(first, rows.subList(1, rows.size()))
                : new TableRows(List.of(), rows);
    }

    private static boolean isNumber(String cell) {
        return !cell.isEmpty() && Character.isDigit(cell.charAt(0));
    }

    private void endList() {
        if (inList) {
            boolean introduced =
                    !blocks.isEmpty()
                            && blocks.getLast() instanceof TextBlock.Prose(String words)
                            && words.endsWith(":");
            String introduction = introduced ? blocks.removeLast().words() : "";
            list.paragraphs(introduction)
                    .forEach(paragraph -> blocks.add(new TextBlock.Prose(paragraph)));
            list = new ListText();
            inList = false;
            place(notesOfList);
        }
    }

    private void place(List<String> placed) {
        placed.forEach(note -> blocks.add(new TextBlock.Prose(note)));
        placed.clear();
    }

    /// The blocks and what they say of the publication.
    ///
    /// @param known facts from elsewhere in the file; a title in the text is preferred
    ParsedBody body(ArticleMetadata known) throws ArticleFormatException {
        endList();
        place(notes);
        String heading = title == null ? firstHeading() : title;
        String named = heading == null ? known.title() : heading;
        String line = named == null && !blocks.isEmpty() ? firstLine() : named;
        var found =
                new ArticleMetadata(line, null, null, date(blocks).orElse(null), null, null, null);
        return new ParsedBody(found.or(known), blocks);
    }

    private @Nullable String firstHeading() {
        boolean headed = !blocks.isEmpty() && blocks.getFirst() instanceof TextBlock.Heading;
        return headed ? Whitespace.squeezed(blocks.getFirst().words()) : null;
    }

    private String firstLine() {
        String line = Whitespace.squeezed(blocks.getFirst().words());
        return line.length() <= MAX_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 80)) + "…";
    }

    /// The date on a line of its own above the text, where there is one.
    static Optional<LocalDate> date(List<TextBlock> blocks) {
        List<LocalDate> dates =
                blocks.stream()
                        .limit(HEAD_BLOCKS)
                        .map(TextBlock::words)
                        .flatMap(String::lines)
                        .filter(words -> words.length() <= MAX_DATE_LINE)
                        .flatMap(words -> WrittenDate.parse(words).stream())
                        .distinct()
                        .toList();
        return dates.size() == 1 ? Optional.of(dates.getFirst()) : Optional.empty();
    }

    /// What an office file says of itself, without what its program wrote there: a file's name as
    /// the title, an account as the author. Its language and dates are those of the program.
    static ArticleMetadata facts(ArticleMetadata written) {
        String title = written.title();
        String author = written.author();
        boolean isTitle = title != null && !GENERATED.matcher(title).find();
        boolean isAuthor =
                author != null && author.indexOf(' ') > 0 && !GENERATED.matcher(author).find();
        return new ArticleMetadata(
                isTitle ? title : null, null, isAuthor ? author : null, null, null, null, null);
    }
}
