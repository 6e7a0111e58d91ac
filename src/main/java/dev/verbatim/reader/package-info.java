/// Reads a passage for a question: where in it the answer stands, and whether it answers at all.
///
/// Retrieval finds what a passage is about. That it is about the question's subject and yet doesn't
/// say what was asked, only somebody who reads the two together can tell: a small network that was
/// trained for it (`src/reader` has how), on ONNX Runtime, inside the process.
///
/// The door is [Reader]. It costs tens of milliseconds a passage, so two threads read side by side,
/// and only so many questions may wait for them: beyond that nothing is read, the caller decides
/// from retrieval alone, and nobody waits for a flood of questions to pass. Of one chat there is
/// never more than one question here, because a chat's questions are answered one after the other;
/// so nobody can fill the queue alone.
@NullMarked
package dev.verbatim.reader;

import org.jspecify.annotations.NullMarked;
