package dev.verbatim.article.library;

import dev.verbatim.article.Article;
import dev.verbatim.article.format.Refusal;

/// The outcome of reading a file.
public sealed interface Reading {

    record Read(Article article) implements Reading {}

    record Refused(Refusal refusal) implements Reading {}
}
