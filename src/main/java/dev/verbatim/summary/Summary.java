package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.summary.Summary.Sentence;
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
        var backReferences = new BackReferences(article);
        Set<TextSpan> shown =
                sentences.stream().map(one -> one.passage().span()).collect(Collectors.toSet());
        boolean dangles = false;
        boolean isPreviousShown = false;
        for (TextSpan span : spans()) {
            boolean isShown = shown.contains(span);
            dangles |= isShown && !isPreviousShown && backReferences.isIn(span);
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

    /// A digest of what is new in several articles, in a sentence or two of each.
    ///
    /// @param items the newest first; an article whose sentences are all beside another's has none
    public record NewsDigest(List<Item> items) {

        public NewsDigest {
            items = List.copyOf(items);
        }

        /// The news of one article.
        ///
        /// @param facts in the order of its text
        public record Item(Article article, List<Fact> facts) {

            public Item {
                facts = List.copyOf(facts);
            }
        }

        /// A sentence, and the sentences of other articles that tell the same.
        public record Fact(Sentence sentence, List<Sentence> elsewhere) {

            public Fact {
                elsewhere = List.copyOf(elsewhere);
            }
        }
    }
}
