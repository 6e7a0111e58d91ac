package dev.verbatim.article.library;

import dev.verbatim.article.Article;
import dev.verbatim.article.format.ValidationError;

/// An outcome of reading a file.
public sealed interface ReadResult {

    record Read(Article article) implements ReadResult {}

    record Refused(ValidationError error) implements ReadResult {}
}
