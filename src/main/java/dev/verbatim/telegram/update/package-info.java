/// Decodes updates: from here on no type of the Bot API goes further, until a reply becomes a call.
///
/// Start at [UpdateDecoder], which makes a [DecodedUpdate] of an update's JSON. In a group only
/// what is addressed to the bot is an [Incoming] that gets a reply ([MessageDecoder]); everything
/// else is at most a [DecodedUpdate.GroupPost] for the group's archive. In a private chat
/// everything is, but for [ServiceMessages]. [TypedCommand] says what a command is, and
/// [MessageContext] where something came from, and so where the reply goes.
///
/// Only what [UpdateReducer] leaves of an update is ever written to disk.
///
/// It makes no calls and knows no store, so that `delivery` can use it.
@NullMarked
package dev.verbatim.telegram.update;

import org.jspecify.annotations.NullMarked;
