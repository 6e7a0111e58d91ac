package dev.verbatim.article;

import java.util.List;

/// An article as it is served: its text, character for character, and what reading it has found.
///
/// Immutable; every span lies in `text`. Make one with [ArticleReader].
///
/// @param id the file's name without its ending
/// @param text all that can be quoted; every offset of the project that points into an article is a
///   UTF-16 offset into this string
public record Article(
        String id,
        Publication publication,
        String text,
        List<Paragraph> paragraphs,
        List<Quotation> quotations) {

    public Article {
        paragraphs = List.copyOf(paragraphs);
        quotations = List.copyOf(quotations);
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.span().end() > text.length()) {
                throw new IllegalArgumentException(
                        id
                                + ": a paragraph ends at "
                                + paragraph.span().end()
                                + ", behind the text's end at "
                                + text.length());
            }
        }
    }

    /// The units of retrieval: paragraphs, and whole sentences of those over about 1,200
    /// characters.
    public List<Passage> passages() {
        return List.of(); // to be written
    }

    /// The quotations that touch a place, in the order of the text.
    public List<Quotation> quotationsIn(TextSpan span) {
        return quotations.stream().filter(quotation -> quotation.content().overlaps(span)).toList();
    }

    @Override
    public String toString() {
        return "Article[" + id + ", " + paragraphs.size() + " paragraphs]";
    }
}
