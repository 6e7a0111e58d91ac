/// Turns text into dense vectors, so that a question and a passage that mean the same lie close
/// together.
///
/// The door is [Encoder]: e5-small-v2 on ONNX Runtime, inside the process, with no network and no
/// GPU. The weights are resources of a Maven package. An operator may put another ONNX model in its
/// place, for other languages: its cosines are calibrated to those that everything else was fitted
/// to. Vectors are kept in a [VectorCache], because encoding a passage costs more than all its
/// other processing.
@NullMarked
package dev.verbatim.encoder;

import org.jspecify.annotations.NullMarked;
