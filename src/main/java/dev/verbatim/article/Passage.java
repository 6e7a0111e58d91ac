package dev.verbatim.article;

import java.util.List;

/// A passage of an article: the unit that is retrieved and quoted.
///
/// @param paragraph counted from 1, as a reader counts
/// @param span where in the article's text; inside that paragraph
public record Passage(Article article, int paragraph, TextSpan span) {

    public Passage {
        if (paragraph < 1 || paragraph > article.paragraphs().size()) {
            throw new IllegalArgumentException(article.id() + " has no paragraph " + paragraph);
        }
        if (!article.paragraphs().get(paragraph - 1).span().contains(span)) {
            throw new IllegalArgumentException(
                    article.id() + ": " + span + " is not in paragraph " + paragraph);
        }
    }

    public String text() {
        return span.of(article.text());
    }

    public List<TextSpan> sentences() {
        return article.paragraphs().get(paragraph - 1).sentences().stream()
                .filter(span::contains)
                .toList();
    }

    /// The first sentence; the whole passage when it has none.
    public TextSpan opening() {
        return sentences().stream().findFirst().orElse(span);
    }

    @Override
    public String toString() {
        return "Passage[" + article.id() + " ¶" + paragraph + " " + span + "]";
    }
}
