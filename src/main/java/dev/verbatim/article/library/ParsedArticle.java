package dev.verbatim.article.library;

import dev.verbatim.article.Article;
import dev.verbatim.article.format.ParsedBody;

/// An article as it was read, with the body it was read from, for whoever wants to look at what
/// became of it.
record ParsedArticle(Article article, ParsedBody body) {}
