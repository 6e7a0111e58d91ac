package dev.verbatim.article.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/// A collector of the lines on a PDF's pages, in the order in which the file draws them. Text that
/// is turned another way than most of its page is left out: it is a watermark or a mark of the
/// margin.
final class PdfTextCollector extends PDFTextStripper {

    static {
        // PDFBox would look at all fonts of the machine, and keep a list of them in the user's
        // home.
        FontMappers.set(new BundledFont());
    }

    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);
    private static final int MAX_OPERATORS = 10_000_000;

    // Between words there is less, between columns there is more.
    private static final float COLUMN_GAP = 1.2f;
    private static final float SUPERSCRIPT = 0.75f;

    private final long end = System.nanoTime() + TIME_LIMIT.toNanos();
    private final List<PdfLine> lines = new ArrayList<>();
    private final Map<Float, Integer> directions = new HashMap<>();
    private final Map<PdfLine, Float> directionOf = new HashMap<>();
    private @Nullable PdfLine current;
    private float currentDirection;
    private int operators;
    private int page = -1;

    private PdfTextCollector() {}

    static List<PdfLine> collect(PDDocument pdf) throws IOException, ArticleFormatException {
        var collector = new PdfTextCollector();
        collector.setSortByPosition(false);
        try {
            collector.writeText(pdf, Writer.nullWriter());
        } catch (TooMuchException e) {
            throw new ArticleFormatException(
                    "takes too long to read", "Save it anew, or add its text as .txt");
        }
        return List.copyOf(collector.lines);
    }

    private static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        operators++;
        if (operators > MAX_OPERATORS || (operators % 1_000 == 0 && System.nanoTime() - end > 0)) {
            throw new TooMuchException();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void startPage(PDPage started) {
        page++;
        directions.clear();
        directionOf.clear();
    }

    @Override
    protected void endPage(PDPage ended) {
        endLine();
        float most =
                directions.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(0f);
        lines.removeIf(line -> directionOf.getOrDefault(line, most) != most);
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (positions.isEmpty()) {
            return;
        }
        TextPosition first = positions.getFirst();
        TextPosition last = positions.getLast();
        float size = (float) positions.stream().mapToDouble(PdfTextCollector::size).max().orElse(0);
        String words = withoutSuperscripts(text, positions, size);
        if (Whitespace.only(words)) {
            return;
        }
        boolean bold = first.getFont() != null && isBold(first.getFont().getName());
        add(
                new PdfLine(
                        page,
                        first.getXDirAdj(),
                        last.getXDirAdj() + last.getWidthDirAdj(),
                        first.getYDirAdj(),
                        size,
                        bold,
                        words.strip()),
                first.getDir());
    }

    private static boolean isBold(@Nullable String font) {
        return font != null
                && (font.contains("Bold") || font.contains("Black") || font.contains("Heavy"));
    }

    private static float size(TextPosition position) {
        return position.getFontSizeInPt() > 0
                ? position.getFontSizeInPt()
                : position.getHeightDir();
    }

    /// Without the numbers of footnotes, which are smaller than the words they belong to.
    private static String withoutSuperscripts(
            String text, List<TextPosition> positions, float size) {
        boolean marked = positions.stream().anyMatch(position -> isNoteMark(position, size));
        if (!marked) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        for (TextPosition position : positions) {
            words.append(isNoteMark(position, size) ? "" : position.getUnicode());
        }
        return words.toString();
    }

    private static boolean isNoteMark(TextPosition position, float size) {
        String letter = position.getUnicode();
        return size(position) < SUPERSCRIPT * size
                && letter.length() == 1
                && (Character.isDigit(letter.charAt(0)) || "*†".contains(letter));
    }

    private void add(PdfLine word, float direction) {
        directions.merge(direction, word.text().length(), Integer::sum);
        PdfLine line = current;
        boolean goesOn =
                line != null
                        && direction == currentDirection
                        && word.isOnRowOf(line)
                        && word.left() >= line.right() - word.size()
                        && word.left() - line.right() < COLUMN_GAP * word.size();
        if (!goesOn || line == null) {
            endLine();
            current = word;
            currentDirection = direction;
        } else if (!isNoteMark(word, line)) {
            current = line.with(word);
        }
    }

    /// A word of its own that is the number of a footnote.
    private static boolean isNoteMark(PdfLine word, PdfLine line) {
        return word.size() < SUPERSCRIPT * line.size()
                && word.text().length() <= 3
                && word.text().chars().allMatch(Character::isDigit);
    }

    private void endLine() {
        if (current != null) {
            lines.add(current);
            directionOf.put(current, currentDirection);
        }
        current = null;
    }

    /// A mapper of all fonts that a file doesn't bring along to the one that PDFBox brings: only
    /// the widths of its letters are looked at.
    private static final class BundledFont implements FontMapper {

        private static final String FONT =
                "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

        private final TrueTypeFont font = load();

        private static TrueTypeFont load() {
            try (InputStream in = PDFTextStripper.class.getResourceAsStream(FONT)) {
                if (in == null) {
                    throw new IllegalStateException(FONT + " is not in PDFBox");
                }
                return new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(font, true);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(font, true);
        }

        @Override
        public CIDFontMapping getCIDFont(
                String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
            return new CIDFontMapping(null, font, true);
        }
    }
}
