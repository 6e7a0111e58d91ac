package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A summary of an article in some of its own sentences.
///
/// @param sentences in the order of the text; none when the article has none that can be shown
///   alone
public record Summary(Article article, List<Sentence> sentences) {

    public Summary {
        sentences = List.copyOf(sentences);
    }

    /// Whether one of the sentences depends on the previous one, which isn't shown.
    public boolean dangles() {
        SummaryCues cues = SummaryCues.of(article.publication().language());
        Set<TextSpan> shown =
                sentences.stream().map(one -> one.passage().span()).collect(Collectors.toSet());
        boolean dangles = false;
        boolean isPreviousShown = false;
        for (TextSpan span : spans()) {
            boolean isShown = shown.contains(span);
            dangles |=
                    isShown && !isPreviousShown && cues.dependsOnPrevious(span.of(article.text()));
            isPreviousShown = isShown;
        }
        return dangles;
    }

    private List<TextSpan> spans() {
        return article.paragraphs().stream().flatMap(one -> one.sentences().stream()).toList();
    }

    /// A sentence and its speaker.
    ///
    /// @param passage of the sentence
    /// @param speaker of everything quoted in it, if that is one person; if it is several, the
    ///   sentence itself names them
    public record Sentence(Passage passage, @Nullable Speaker speaker) {

        public String text() {
            return passage.text();
        }
    }
}
