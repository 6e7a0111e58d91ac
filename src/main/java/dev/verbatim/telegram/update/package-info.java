/// What comes in: an update becomes an [Incoming] at once, and from there no type of the Bot API
/// goes on until a reply becomes a call.
///
/// Start at [UpdateDecoder]. In a group only what is addressed to us counts ([MessageDecoder]), and
/// all else is merely [GroupPost]. [MessageContext] is where it came from, and so where the reply
/// goes; [CallFactory] makes the call.
@NullMarked
package dev.verbatim.telegram.update;

import org.jspecify.annotations.NullMarked;
