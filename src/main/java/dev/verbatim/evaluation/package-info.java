/// Measures how good the answers are: runs sets of questions with known answers and reports the
/// field's measures.
///
/// Four entry points, one for each kind of set: [Evaluation] for questions and quotations (a
/// [QuestionSet], a folder of JSON lines), [ChatEvaluation] for conversations ([ChatLog]s, one
/// file), [SummaryEvaluation] for summaries, and [PageEvaluation] for web pages. Sets are read by
/// path and stay outside the project. Every question becomes an [EvaluatedQuestion]; every measure
/// is a pure function of those, so that it can be checked by hand. The results are an
/// [EvaluationReport], a [ChatReport], a [SummaryEvaluation.SummaryReport] and a
/// [PageEvaluation.PageReport], whose fields programs rely on.
///
/// [Rouge] is implemented here, because what libraries call ROUGE differs from one to the next.
/// Only the stemmer is Snowball's, which comes with Lucene.
@NullMarked
package dev.verbatim.evaluation;

import org.jspecify.annotations.NullMarked;
