/// Decides whether a passage answers a question, or that none does.
///
/// Start at [Answerer]. Saying "the articles do not answer this" is a result like any other, so it
/// is a type, [Answer.NotFound], and not an exception or an empty list. Between the two stands
/// [Answer.Closest], which is never shown without the words that it may not say it.
///
/// What retrieval found is read by the [Reranker], as far as there is time; what is known then are
/// the [RerankedPassages]. One place decides, [ConfidenceModel], by a probability that was
/// calibrated on questions with known answers and questions without any; how sure it must be is a
/// matter of [ConfidenceThreshold]. Why it came so is told by an [Explanation].
///
/// Somebody may go back to what was said before. Then the caller hands in a [DialogueContext] and
/// gets an [DialogueTurn] with the next one; here nothing is remembered. A follow-up is read with
/// phrasebooks, a file a language, and answered by retrieval alone: it is reworded with what it
/// goes back to, and passages are ruled out. What can't be read so stands by itself.
@NullMarked
package dev.verbatim.answer;

import org.jspecify.annotations.NullMarked;
