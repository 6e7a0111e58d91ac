package dev.verbatim.article;

import java.util.List;

/// A paragraph of an article and its sentences, in the order of the text.
///
/// @param span its place in the article's text
/// @param sentences cover everything in the paragraph but the blanks between them
public record Paragraph(TextSpan span, List<TextSpan> sentences) {

    public Paragraph {
        sentences = List.copyOf(sentences);
    }
}
