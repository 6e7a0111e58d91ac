/// How good are the answers: runs sets of questions with known answers and reports the field's
/// measures.
///
/// The door is [Evaluation]. Sets are read by path and stay outside the project.
@NullMarked
package dev.verbatim.evaluation;

import org.jspecify.annotations.NullMarked;
