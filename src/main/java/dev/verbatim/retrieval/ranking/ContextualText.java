package dev.verbatim.retrieval.ranking;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import java.util.stream.Collectors;

/// A passage's text for indexing: its words, and the context that a reader of the article has.
///
/// The context is the title, since a passage says "the minister" and the title of what, and the
/// speakers, since a passage says "he said" and a question asks what Stoltenberg said. It is only
/// for finding: what is shown is the passage.
final class ContextualText {

    private ContextualText() {}

    static String of(Passage passage) {
        Article article = passage.article();
        return article.publication().title() + ". " + withSpeakers(article, passage.span());
    }

    /// One sentence of a passage, without the title, which would be the same for each.
    static String of(Passage passage, TextSpan sentence) {
        return withSpeakers(passage.article(), sentence);
    }

    private static String withSpeakers(Article article, TextSpan span) {
        String text = span.of(article.text());
        String unnamed =
                article.speakersIn(span)
                        .map(Speaker::name)
                        .distinct()
                        .filter(name -> !text.contains(name))
                        .collect(Collectors.joining(", "));
        return unnamed.isEmpty() ? text : unnamed + ": " + text;
    }
}
