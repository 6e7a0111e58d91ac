/// Decides whether a passage answers a question, or that none does.
///
/// Start at [Answerer]. Saying "the articles do not answer this" is a result like any other, so it
/// is a type, [Answer.NotFound], and not an exception or an empty list. One place decides,
/// [Confidence], by a probability that was calibrated on questions with known answers and questions
/// without any.
@NullMarked
package dev.verbatim.answer;

import org.jspecify.annotations.NullMarked;
