package dev.verbatim.evaluation;

import dev.verbatim.answer.AnswerDecision;

/// A question that was asked, and what came of it.
///
/// @param answerable by the articles that were indexed
/// @param nanos how long the verdict took
record EvaluatedQuestion(
        SourceQuestion question, boolean answerable, AnswerDecision decision, long nanos) {}
