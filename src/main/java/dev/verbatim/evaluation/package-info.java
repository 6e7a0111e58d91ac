/// How good are the answers: runs sets of questions with known answers and reports the field's
/// measures.
///
/// The door is [Evaluation]. A set is a folder of JSON lines, read by path ([QuestionSet] says what
/// is in it); sets stay outside the project. Every question becomes a [EvaluatedQuestion], and
/// every measure is a pure function of trials, so each can be checked by hand. What is reported is
/// a [EvaluationReport].
///
/// The door for conversations is [ChatEvaluation], and a set of them one file ([ChatLog]).
///
/// Summaries have a door of their own, [SummaryEvaluation]: they are compared with people's. ROUGE
/// is written here ([Rouge]), because what calls itself so differs from library to library; only
/// the stemmer is Snowball's, which comes with Lucene's analysis.
@NullMarked
package dev.verbatim.evaluation;

import org.jspecify.annotations.NullMarked;
