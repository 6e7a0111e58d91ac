package dev.verbatim.article;

/// An article in the list of those served.
public record Listing(String articleId, Publication publication, int paragraphs) {}
