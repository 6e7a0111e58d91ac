package dev.verbatim.evaluation;

/// Runs a set of questions.
public final class Evaluation {}
