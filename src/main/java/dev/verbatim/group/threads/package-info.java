/// Finds the threads of a chat: which message answers which (conversation disentanglement).
///
/// A group talks about several things at once. An explicit reply is certain; the rest is a guess.
/// An unsure message stays alone, because a wrong merge mixes up what people said, while a wrong
/// split only costs length.
///
/// Start at [Disentangler]; what it finds is [Threads]. Messages are linked once, in their order
/// (`Disentangler.Pass`). The hundred before each are its candidates. A small network
/// (`LinkRanker`) estimates from some seventy features (`LinkFeature`) how probable each one is,
/// and whether the message rather starts a thread. Names and replies tell most; for short talk
/// without them there are its rhythm, who takes turns, and who turns out to talk to whom
/// (`SurroundingTalk`). `group.analysis` finds names, words and cues. How its weights were fitted
/// is in `src/training`.
///
/// There are no sentence vectors among the features: encoding a message takes many times as long as
/// all the rest, and a user waits for the catch-up.
@NullMarked
package dev.verbatim.group.threads;

import org.jspecify.annotations.NullMarked;
