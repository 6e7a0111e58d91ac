package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.summary.Summary.Sentence;
import java.util.List;

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
