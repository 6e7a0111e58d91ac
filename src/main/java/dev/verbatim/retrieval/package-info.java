/// Ranks passages for a question, behind the one port of the project.
///
/// The door is [PassageRetriever]. It returns a [Ranking]: candidates best first, each with the
/// signals it was ranked by, so that `answer` can judge it again without knowing the engine. With
/// them comes the question as it was carried over into languages of the articles that it isn't in,
/// because only the engine knows these, and the words and names in them.
@NullMarked
package dev.verbatim.retrieval;

import org.jspecify.annotations.NullMarked;
