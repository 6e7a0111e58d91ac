/// Ranks passages for a question, whatever engine finds them.
///
/// The door is [HybridRetriever]. It makes a [PassageQuery] of a question, has a [SearchSnapshot]
/// find candidates for it, and scores each of them by their words and their vectors. The vectors of
/// languages that the encoder doesn't know are those of English glosses. An engine stores what a
/// [PassageEncoder] makes of an article, and implements [SearchSnapshot]; everything that decides
/// which passage is better is here, so that all engines give the same answers. It uses no engine,
/// but for the analyzers that `language` has of Lucene. The other way round, a [QuestionMatcher]
/// tells which of many questions an article may answer.
@NullMarked
package dev.verbatim.retrieval.ranking;

import org.jspecify.annotations.NullMarked;
