/// Decides whether a passage answers a question, or that none does.
///
/// The door is [Answerer]. "The articles do not answer this" is a result like any other, so it is a
/// type, [Answer.NotFound], and not an exception or an empty list. A passage that only comes close
/// is an [Answer.Closest], which is never shown without saying so.
///
/// A question takes these steps, top to bottom in [AnswerSelector]: the retriever ranks passages,
/// [QuestionType] reorders them when a quotation is asked for, the [Reranker] reads the first ones,
/// the [ConfidenceModel] estimates the probability that the first one answers, the
/// [AnswerSentenceSelector] picks its sentence, and [ConfidenceThreshold] decides. The threshold is
/// the one place that decides; the model only estimates, calibrated on questions with known answers
/// and questions without any. An [AnswerDecision.Explanation] shows all of it.
///
/// A user may refer back to what was said before. Then the caller passes a [DialogueContext] and
/// gets the next one in a [DialogueContext.Turn]; nothing is remembered here. The [FollowUpParser]
/// recognises follow-ups with phrasebooks, a file for each language. The [FollowUpAnswerer]
/// rewrites them with what they refer to, rules out passages, and joins the steps above after
/// retrieval; or it reads the answer off the article's order ([ArticleNavigator]). A text that
/// isn't recognised counts as a question that is clear by itself.
@NullMarked
package dev.verbatim.answer;

import org.jspecify.annotations.NullMarked;
