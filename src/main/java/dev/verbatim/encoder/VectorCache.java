package dev.verbatim.encoder;

/// Vectors of texts that were encoded before.
public final class VectorCache {}
