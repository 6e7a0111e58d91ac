package dev.verbatim.evaluation;

import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/// A converter of a set's offsets to UTF-16. Some files count UTF-16 units and others code points;
/// the words that the offsets should point at show which.
final class OffsetConverter {

    private OffsetConverter() {}

    /// The UTF-16 offset of words that should start at an offset of either kind. Empty when they
    /// start at neither.
    static Optional<Integer> utf16Offset(String text, int offset, String words) {
        if (text.startsWith(words, offset)) {
            return Optional.of(offset);
        }
        return Optional.of(utf16(text, offset)).filter(at -> text.startsWith(words, at));
    }

    /// Converts spans whose words, spaces aside, should be `content`. When neither way of counting
    /// gives these words, the offsets are taken as UTF-16.
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
                                    conversion.applyAsInt(span[0]), conversion.applyAsInt(span[1])
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
        return text.replaceAll("\\s+", "");
    }

    private static int utf16(String text, int codePoints) {
        boolean inside = codePoints <= text.codePointCount(0, text.length());
        return inside ? text.offsetByCodePoints(0, codePoints) : text.length();
    }
}
