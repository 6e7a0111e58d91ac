package dev.verbatim.cli;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.summary.Summary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A summary as `--json` writes it. Programs rely on the names and their order; what is missing is
/// written as `null`.
record SummaryJson(String articleId, String title, List<Sentence> sentences) {

    static SummaryJson of(Summary summary) {
        Article article = summary.article();
        return new SummaryJson(
                article.id(),
                article.publication().title(),
                summary.sentences().stream().map(Sentence::of).toList());
    }

    /// A sentence and where it stands; offsets are UTF-16 units of the article's text.
    record Sentence(String text, int paragraph, int start, int end, @Nullable Speaker speaker) {

        static Sentence of(Summary.Sentence sentence) {
            Passage passage = sentence.passage();
            return new Sentence(
                    passage.text(),
                    passage.paragraph(),
                    passage.span().start(),
                    passage.span().end(),
                    sentence.speaker());
        }
    }
}
