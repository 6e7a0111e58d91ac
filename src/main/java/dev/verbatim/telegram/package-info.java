/// The only package that knows Telegram: takes updates, renders answers, sends within the limits.
///
/// Start at [Bot]. An update becomes an [Incoming] at once, and from there no Telegram type goes on
/// ([Intake], [Conversation]) until a [Reply] is sent ([Gateway]). An answer becomes text and
/// entities, never markup, so no article can break a message ([Renderer]).
///
/// The library is used without its Spring starter, because that one polls before the index is open
/// and lets an unreachable Telegram fail the whole start. Its polling is wrapped ([Session]) and
/// watched ([Poller]), because it ends without a word when something is thrown at it, stands still
/// at an update it can't read, and confirms updates that nobody has worked on yet.
@NullMarked
package dev.verbatim.telegram;

import org.jspecify.annotations.NullMarked;
