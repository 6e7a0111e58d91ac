package dev.verbatim.retrieval;

import java.util.Set;

/// A question, and the articles to search for it.
///
/// @param text as the user wrote it; never parsed as a query language
/// @param articleIds the articles to search; empty means all
public record Question(String text, Set<String> articleIds) {

    public Question {
        articleIds = Set.copyOf(articleIds);
    }

    public static Question of(String text) {
        return new Question(text, Set.of());
    }
}
