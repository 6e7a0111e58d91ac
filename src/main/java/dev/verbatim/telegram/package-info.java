/// The bot on Telegram: what comes in is told apart and goes to the one that answers it.
///
/// Start at [CommandDispatcher], which has a line for everything that may come in;
/// [VerbatimUpdateHandler] puts it together with what it needs. The packages below it are in the
/// order in which a message goes through them:
///
/// - `delivery` fetches updates and sends calls, and loses none;
/// - `update` reads them, `message` is what we write;
/// - `chat` knows what is set in a chat and who may change it;
/// - `answering` answers questions;
/// - `summaries` tells articles in short, `catchup` what a group said;
/// - `settings`, `archive` and `office` are for those who decide: of a chat, of what is kept of a
///   group, of the articles.
@NullMarked
package dev.verbatim.telegram;

import org.jspecify.annotations.NullMarked;
