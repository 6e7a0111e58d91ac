/// A small Bot API server for tests, faithful where bots go wrong: offsets and confirmation, long
/// polls that end one another, limits and entities that are checked, the error texts of the real
/// one, and every fault that a network and a server can have.
///
/// Start at [BotApiStandIn]. Uses no other package of ours, so that it can't make a bot look better
/// than it is.
@NullMarked
package dev.verbatim.telegram.standin;

import org.jspecify.annotations.NullMarked;
