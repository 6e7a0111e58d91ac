/// How updates come in and calls go out. Knows Telegram's types, and nothing of what is said: that
/// is the [Talk] of `telegram`.
///
/// Start at [Bot]. Updates are taken by polling ([Poller], [Session], [Intake]) and given to the
/// [Handler] of the talk, each chat's in order; every call goes through the [Gateway].
///
/// The library is used without its Spring starter, because that one polls before the index is open
/// and lets an unreachable Telegram fail the whole start. Its polling is wrapped ([Session]) and
/// watched ([Poller]), because it ends without a word when something is thrown at it, stands still
/// at an update it can't read, and confirms updates that nobody has worked on yet.
@NullMarked
package dev.verbatim.telegram.delivery;

import org.jspecify.annotations.NullMarked;
