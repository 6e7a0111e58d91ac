/// Answers questions later: those that the articles didn't answer, and whose askers want to be told
/// when they do.
///
/// Start at [PendingQuestionHandler], whose button keeps a question in the [PendingQuestionStore].
/// When an article comes or changes, the search runs the other way round: a
/// [dev.verbatim.retrieval.ranking.QuestionMatcher] finds the questions that are near a passage of
/// it. The [PendingQuestionScheduler] asks these again as their readers would, and sends what is an
/// answer, once and not at night.
///
/// All questions are compared with that article alone, in memory. An index of stored questions,
/// such as Lucene's monitor, would have to be kept beside the store, and would not know what a word
/// means in the article's language.
///
/// The way to send what no update asked for is that of the daily digests in `telegram.catchup`, and
/// the hours are those of `telegram.subscriptions`.
@NullMarked
package dev.verbatim.telegram.pending;

import org.jspecify.annotations.NullMarked;
