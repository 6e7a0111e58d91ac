/// Machine reading comprehension: where a passage answers a question, and whether it answers at
/// all.
///
/// Retrieval finds passages about the question's subject. Whether such a passage says what was
/// asked can only be told by reading question and passage together. A small network does that,
/// trained for it (`src/reader` has the recipe) and run by ONNX Runtime inside the process. It
/// knows English, and reads passages in other languages as their gloss.
///
/// The door is [ReadingComprehension]. [PassageReader] is the network: it makes a [ReaderInput],
/// runs the [OnnxReaderModel] and decodes a [ReaderOutput]. A [ChatModelReader] asks a language
/// model on an endpoint instead, where the operator set one, and may only take sentence numbers
/// from its reply. Reading costs tens of milliseconds a passage. So two threads share the work, and
/// the number of questions that may wait is limited. Beyond that limit nothing is read and the
/// caller decides from retrieval alone, so that a flood of questions delays nobody. The limit is
/// above what one chat can ask for: its questions are answered one after the other, and a group's
/// catch-up asks as many at once as there are processors. When the model can't be loaded, that is
/// logged once and answers go on without it.
@NullMarked
package dev.verbatim.reader;

import org.jspecify.annotations.NullMarked;
