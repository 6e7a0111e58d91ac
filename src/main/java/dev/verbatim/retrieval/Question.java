package dev.verbatim.retrieval;

import java.util.Set;

/// What somebody wants to know.
///
/// @param text as it was asked; never parsed as a query language
/// @param articleIds the articles to look in; empty means all
public record Question(String text, Set<String> articleIds) {

    public Question {
        articleIds = Set.copyOf(articleIds);
    }

    public static Question of(String text) {
        return new Question(text, Set.of());
    }
}
