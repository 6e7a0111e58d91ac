package dev.verbatim.article.format;

/// A line of text on a page, or a part of one that stands apart, in points from the page's upper
/// left corner.
///
/// @param page from 0
/// @param left where it begins
/// @param right where it ends
/// @param baseline below its letters
/// @param size of its font
record PdfLine(
        int page, float left, float right, float baseline, float size, boolean bold, String text) {

    boolean isOnRowOf(PdfLine other) {
        return page == other.page
                && Math.abs(baseline - other.baseline) < 0.4f * Math.max(size, other.size);
    }

    /// This line and another behind it on the same row.
    PdfLine with(PdfLine other) {
        return new PdfLine(
                page,
                Math.min(left, other.left),
                Math.max(right, other.right),
                baseline,
                Math.max(size, other.size),
                bold && other.bold,
                text + " " + other.text);
    }
}
