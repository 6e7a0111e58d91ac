package dev.verbatim.article;

/// An article in the list of those served.
public record ArticleInfo(String articleId, Publication publication, int paragraphs) {}
