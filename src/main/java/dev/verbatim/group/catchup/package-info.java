/// Says what a group talked about in the group's own words: extractive summarization of a
/// conversation.
///
/// The result is a [Catchup]. It holds messages and never a sentence of ours, so nobody can be made
/// to say what they didn't.
@NullMarked
package dev.verbatim.group.catchup;

import org.jspecify.annotations.NullMarked;
