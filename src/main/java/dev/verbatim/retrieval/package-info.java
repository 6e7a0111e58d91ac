/// Ranks passages for a question, behind the one port of the project.
///
/// The door is [PassageRetriever]. It returns a [Ranking]: candidates best first, each with the
/// signals it was ranked by, so that `answer` can judge it again without knowing the engine.
@NullMarked
package dev.verbatim.retrieval;

import org.jspecify.annotations.NullMarked;
