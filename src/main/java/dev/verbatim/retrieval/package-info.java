/// Ranks passages for a question: passage retrieval, behind the one port of the project.
///
/// The door is [PassageRetriever]. What comes back is a [Ranking]: candidates best first, each with
/// the evidence it was ranked by, so that `answer` can weigh it again without knowing the engine.
@NullMarked
package dev.verbatim.retrieval;

import org.jspecify.annotations.NullMarked;
