package dev.verbatim.evaluation;

import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/// Offsets of a set, which count UTF-16 units in some files and code points in others. The words
/// they should point at tell which.
final class OffsetConverter {

    private OffsetConverter() {}

    /// The UTF-16 offset of words that should begin at an offset of either kind.
    static Optional<Integer> where(String text, int offset, String words) {
        if (text.startsWith(words, offset)) {
            return Optional.of(offset);
        }
        return Optional.of(utf16(text, offset)).filter(at -> text.startsWith(words, at));
    }

    /// Spans in UTF-16, of which the words together should be `content`, spaces aside. When they
    /// are so in neither way of counting, the offsets are taken as they are.
    static List<TextSpan> inUtf16(String text, List<int[]> spans, String content) {
        List<TextSpan> counted = converted(text, spans, at -> utf16(text, at));
        if (words(text, counted).equals(squeezed(content))) {
            return counted;
        }
        return converted(text, spans, at -> Math.min(at, text.length()));
    }

    private static List<TextSpan> converted(
            String text, List<int[]> spans, IntUnaryOperator conversion) {
        return spans.stream()
                .map(
                        span ->
                                new int[] {
                                    conversion.applyAsInt(span[0]), conversion.applyAsInt(span[1])
                                })
                .filter(span -> span[0] < span[1] && span[1] <= text.length())
                .map(span -> new TextSpan(span[0], span[1]))
                .toList();
    }

    private static String words(String text, List<TextSpan> spans) {
        return spans.stream().map(span -> squeezed(span.of(text))).collect(Collectors.joining());
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static int utf16(String text, int codePoints) {
        boolean inside = codePoints <= text.codePointCount(0, text.length());
        return inside ? text.offsetByCodePoints(0, codePoints) : text.length();
    }
}
