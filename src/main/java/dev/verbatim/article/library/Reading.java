package dev.verbatim.article.library;

import dev.verbatim.article.Article;
import dev.verbatim.article.format.ValidationError;

/// The outcome of reading a file.
public sealed interface Reading {

    record Read(Article article) implements Reading {}

    record Refused(ValidationError error) implements Reading {}
}
