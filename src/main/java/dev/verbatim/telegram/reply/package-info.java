/// Turns replies into calls of the Bot API, and knows which bot they come from.
///
/// Start at [CallFactory]: it is the last place before a call that sees both our own words
/// (`message`) and Telegram's types. [CurrentBot] asks Telegram who the bot is.
///
/// A long summary is a rich message, too ([RichBlocks]), where the operator wants it and the server
/// takes it; `delivery` decides. Rich messages can be edited (`editMessageText` has a
/// `rich_message`), so pages that are turned stay rich. Messages for one user, the live catch-up,
/// and what is sent at once and kept nowhere are texts: the Bot API says nothing of rich ones
/// there, or they are edited every minute.
@NullMarked
package dev.verbatim.telegram.reply;

import org.jspecify.annotations.NullMarked;
