/// The bot on Telegram: hands each update to the feature that replies to it.
///
/// Start at [VerbatimUpdateHandler]. A request in a chat goes to [RequestDispatcher], and from
/// there to the handler that [Features] lists for its command or button. To add a command, write a
/// [dev.verbatim.telegram.chat.CommandHandler], add it to [Features], and give it a value in
/// [dev.verbatim.telegram.update.Command] and a place in the menus of [BotProfileSetup].
///
/// The packages below are in the order in which a message passes through them:
///
/// - `delivery` fetches updates and sends API calls, and loses none;
/// - `update` decodes updates, `message` holds the messages that the bot writes;
/// - `chat` has the settings and admins of a chat, and the ports of the features;
/// - `answering` answers questions;
/// - `summaries` sums up articles, `catchup` what a group said;
/// - `settings` is for those who decide for a chat, `archive` for what is kept of a group,
///   `editors` for the articles.
@NullMarked
package dev.verbatim.telegram;

import org.jspecify.annotations.NullMarked;
