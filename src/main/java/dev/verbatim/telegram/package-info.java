/// The only package that knows Telegram: takes updates, renders answers, sends within the limits.
///
/// Start at [Bot]. An update becomes an [Incoming] at once, and from there no Telegram type goes
/// on; an answer becomes text and entities, never markup, so no article can break a message. The
/// library is used without its Spring starter, because that one polls before the index is open and
/// lets an unreachable Telegram fail the whole start.
@NullMarked
package dev.verbatim.telegram;

import org.jspecify.annotations.NullMarked;
