/// Turns replies into calls of the Bot API, and knows which bot they come from.
///
/// Start at [CallFactory]: it is the last place before a call that sees both our own words
/// (`message`) and Telegram's types. [CurrentBot] asks Telegram who the bot is.
@NullMarked
package dev.verbatim.telegram.reply;

import org.jspecify.annotations.NullMarked;
