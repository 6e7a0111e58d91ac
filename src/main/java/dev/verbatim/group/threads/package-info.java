/// Untangles a conversation: which message answers which (conversation disentanglement).
///
/// A group talks about several things at once. What is a reply by its author's own hand is certain;
/// the rest is a guess, and where that is unsure a message stays by itself, since a wrong merge
/// mixes up what people said, and a wrong split only costs length.
@NullMarked
package dev.verbatim.group.threads;

import org.jspecify.annotations.NullMarked;
