package dev.verbatim.evaluation;

import dev.verbatim.article.Article;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An article as the set's file has it.
///
/// @param text paragraphs joined by blank lines, or the file's text exactly when it has one
/// @param paragraphs in the order of the file, with blank ones, because gold paragraphs count them
record SourceArticle(String id, String title, String text, List<SourceParagraph> paragraphs) {

    private static final Pattern BLANKS = Pattern.compile("\\s++");

    private static final String BLANK_LINE = "\n\n";
    private static final Pattern BLANK_LINES = Pattern.compile("\\R(?:\\h*+\\R)++");
    private static final Pattern LINES = Pattern.compile("\\R");

    SourceArticle {
        paragraphs = List.copyOf(paragraphs);
    }

    static SourceArticle from(JsonLinesRecord line) {
        String id = line.text("article_id");
        String title = line.text("title");
        return line.has("text")
                ? ofText(id, title, line.text("text"))
                : ofParagraphs(id, title, line.texts("paragraphs"));
    }

    static SourceArticle ofParagraphs(String id, String title, List<String> texts) {
        List<SourceParagraph> paragraphs = new ArrayList<>();
        int start = 0;
        for (String text : texts) {
            paragraphs.add(new SourceParagraph(start, text));
            start += text.length() + BLANK_LINE.length();
        }
        return new SourceArticle(id, title, String.join(BLANK_LINE, texts), paragraphs);
    }

    static SourceArticle ofText(String id, String title, String text) {
        boolean hasBlankLines = BLANK_LINES.matcher(text.strip()).find();
        Matcher separator = (hasBlankLines ? BLANK_LINES : LINES).matcher(text);
        List<SourceParagraph> paragraphs = new ArrayList<>();
        int start = 0;
        while (separator.find()) {
            paragraphs.add(new SourceParagraph(start, text.substring(start, separator.start())));
            start = separator.end();
        }
        paragraphs.add(new SourceParagraph(start, text.substring(start)));
        return new SourceArticle(id, title, text, paragraphs);
    }

    Article readBy(ArticleReader reader) {
        List<TextSpan> spans =
                paragraphs.stream()
                        .filter(paragraph -> !paragraph.text().isBlank())
                        .map(SourceParagraph::span)
                        .toList();
        return reader.read(id, Publication.titled(title.isBlank() ? id : title), text, spans);
    }

    /// The number, from 0, of the paragraph in which a span starts.
    int paragraphAt(TextSpan span) {
        int number = 0;
        while (number + 1 < paragraphs.size()
                && paragraphs.get(number + 1).start() <= span.start()) {
            number++;
        }
        return number;
    }

    /// A paragraph and its offset in the article's text.
    record SourceParagraph(int start, String text) {

        TextSpan span() {
            return new TextSpan(start, start + text.length());
        }
    }

    /// A converter of a set's offsets to UTF-16. Some files count UTF-16 units and others code
    /// points; the words that the offsets should point at show which.
    static final class OffsetConverter {

        private OffsetConverter() {}

        /// The UTF-16 offset of words that should start at an offset of either kind. Empty when
        /// they start at neither.
        static Optional<Integer> utf16Offset(String text, int offset, String words) {
            if (text.startsWith(words, offset)) {
                return Optional.of(offset);
            }
            return Optional.of(utf16(text, offset)).filter(at -> text.startsWith(words, at));
        }

        /// Converts spans whose words, spaces aside, should be `content`. When neither way of
        /// counting gives these words, the offsets are taken as UTF-16.
        static List<TextSpan> utf16Spans(String text, List<int[]> spans, String content) {
            List<TextSpan> ofCodePoints = converted(text, spans, at -> utf16(text, at));
            if (words(text, ofCodePoints).equals(withoutSpaces(content))) {
                return ofCodePoints;
            }
            return converted(text, spans, at -> Math.min(at, text.length()));
        }

        private static List<TextSpan> converted(
                String text, List<int[]> spans, IntUnaryOperator conversion) {
            return spans.stream()
                    .map(
                            span ->
                                    new int[] {
                                        conversion.applyAsInt(span[0]),
                                        conversion.applyAsInt(span[1])
                                    })
                    .filter(span -> span[0] < span[1] && span[1] <= text.length())
                    .map(span -> new TextSpan(span[0], span[1]))
                    .toList();
        }

        private static String words(String text, List<TextSpan> spans) {
            return spans.stream()
                    .map(span -> withoutSpaces(span.of(text)))
                    .collect(Collectors.joining());
        }

        private static String withoutSpaces(String text) {
            return BLANKS.matcher(text).replaceAll("");
        }

        private static int utf16(String text, int codePoints) {
            boolean inside = codePoints <= text.codePointCount(0, text.length());
            return inside ? text.offsetByCodePoints(0, codePoints) : text.length();
        }
    }
}
