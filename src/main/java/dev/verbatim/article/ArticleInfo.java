package dev.verbatim.article;

/// An entry of the list of served articles.
public record ArticleInfo(String articleId, Publication publication, int paragraphs) {}
