package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.summary.Summary.Sentence;
import java.util.List;

/// What is new in many articles, each in a sentence or two of its own.
///
/// @param items the newest first; an article of which everything stands beside another's has none
public record NewsDigest(List<Item> items) {

    public NewsDigest {
        items = List.copyOf(items);
    }

    /// What one article says.
    ///
    /// @param facts in the order of its text
    public record Item(Article article, List<Fact> facts) {

        public Item {
            facts = List.copyOf(facts);
        }
    }

    /// A sentence, and the sentences of other articles that say the same.
    public record Fact(Sentence sentence, List<Sentence> elsewhere) {

        public Fact {
            elsewhere = List.copyOf(elsewhere);
        }
    }
}
