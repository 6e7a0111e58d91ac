package dev.verbatim.article;

/// The outcome of reading a file.
public sealed interface Reading {

    record Read(Article article) implements Reading {}

    record Refused(Refusal refusal) implements Reading {}
}
