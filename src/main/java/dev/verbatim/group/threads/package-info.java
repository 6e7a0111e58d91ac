/// Untangles a conversation: which message answers which (conversation disentanglement).
///
/// A group talks about several things at once. What is a reply by its author's own hand is certain;
/// the rest is a guess, and where that is unsure a message stays by itself, since a wrong merge
/// mixes up what people said, and a wrong split only costs length.
///
/// Start at [Disentangler]; what it finds is [Threads]. Messages are read once, in their order
/// (`Reading`). For each the hundred before it are candidates, a small network (`Ranker`) says by
/// some fifty clues (`Clue`) how probable each one is, and whether the message rather starts a
/// thread. How its weights were fitted is in `src/training`.
///
/// There are no sentence vectors among the clues: to encode a message takes many times as long as
/// all the rest, and a catch-up is to be there at once.
@NullMarked
package dev.verbatim.group.threads;

import org.jspecify.annotations.NullMarked;
