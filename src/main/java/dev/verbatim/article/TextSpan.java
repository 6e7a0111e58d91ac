package dev.verbatim.article;

/// A span of a text: UTF-16 offsets as [String] counts them, `start` inclusive, `end` exclusive.
/// Never empty, because no words can't be quoted.
public record TextSpan(int start, int end) {

    public TextSpan {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "a span needs 0 <= start < end, but is [" + start + ", " + end + ")");
        }
    }

    public int length() {
        return end - start;
    }

    /// The words at this place.
    public String of(String text) {
        return text.substring(start, end);
    }

    public boolean contains(TextSpan other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(TextSpan other) {
        return start < other.end && other.start < end;
    }

    /// What is in both.
    ///
    /// @param other overlaps this one
    /// @throws IllegalArgumentException when it doesn't
    public TextSpan intersection(TextSpan other) {
        return new TextSpan(Math.max(start, other.start), Math.min(end, other.end));
    }

    /// From the start of this span to the end of the other.
    public TextSpan to(TextSpan other) {
        return new TextSpan(start, other.end);
    }

    public TextSpan shifted(int by) {
        return new TextSpan(start + by, end + by);
    }
}
