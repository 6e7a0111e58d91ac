package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import java.util.stream.Collectors;

/// What a passage is found by: its words, and what a reader of the article knows when he comes to
/// them.
///
/// That is the title, since a passage says "the minister" and the title of what, and who speaks,
/// since a passage says "he said" and a question asks what Stoltenberg said. Only for finding: what
/// is shown is the passage.
final class ContextualText {

    private ContextualText() {}

    static String of(Passage passage) {
        Article article = passage.article();
        return article.publication().title() + ". " + withSpeakers(article, passage.span());
    }

    /// One sentence of a passage, without the title, which would say the same of each.
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
