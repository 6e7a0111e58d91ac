/// Reads a passage for a question: where in it the answer stands, and whether it answers at all.
///
/// Retrieval finds what a passage is about. That it is about the question's subject and yet doesn't
/// say what was asked, only somebody who reads the two together can tell: a small network that was
/// trained for it (`src/reader` has how), on ONNX Runtime, inside the process.
///
/// The door is [PassageReader]. It costs tens of milliseconds a passage, so two threads read side
/// by side, and only so many questions may wait for them: beyond that nothing is read, the caller
/// decides from retrieval alone, and nobody waits for a flood of questions to pass. A chat's
/// questions are answered one after the other, and a catch-up of a group asks as many at once as
/// there are processors: there are more places than that, so nobody can fill them alone. A model
/// that can't be loaded is said once, and answers go on without it.
@NullMarked
package dev.verbatim.reader;

import org.jspecify.annotations.NullMarked;
