/// How updates come in and calls go out, so that none is lost. Knows Telegram's types, and nothing
/// of what is said: that is the [UpdateHandler] of `telegram`.
///
/// Start at [TelegramBot]. An update is committed to the [Inbox] before Telegram is told that we
/// have it ([LenientGetUpdates], [WebhookController]). A chat's updates are worked on one after
/// another, chats side by side ([PerChatExecutor], [ChatWorker]): the talk says its calls into a
/// [ReplyTransaction], and one transaction puts them into the [Outbox], writes what else the talk
/// wants written, and marks the update as done. Only then are the calls made ([OutboxSender]),
/// through the [BotApiGateway] that keeps to what Telegram lets a bot send. So a process that is
/// killed goes on where it was; only a message that Telegram had taken, and that we had not yet
/// marked, is sent twice. We can't know of it, and rather say something twice than not at all.
///
/// What is done about trouble:
/// - Told to wait (429): that chat waits, or all when it is about no chat.
/// - Out of order (5xx, time-outs, garbage): tried again with longer and longer waits, as long as
///   nothing gets through to Telegram. A call that fails while others get through is parked after
///   some twenty attempts, and counted in health.
/// - Blocked, removed, chat gone: nothing goes there until somebody writes; what waited is dropped.
/// - Become a supergroup: all that belongs to the chat moves along, in one transaction.
/// - Refused: the call's own alternative ([ApiCall#otherwise]) is made instead; with none it is
///   parked.
/// - Too old: when more than three questions of a chat have waited for five minutes, the last three
///   are answered, and the chat is told that the others were missed.
/// - Too fast: a person or a group with more than twenty questions a minute is told so once a
///   minute, and waits; nobody else does.
/// - An update that can't be read, fails three times, or was there three times when the process
///   ended: parked, and counted in health.
///
/// The library is used without its Spring starter, because that one polls before the index is open
/// and lets an unreachable Telegram fail the whole start. Its polling is wrapped ([PollingSession])
/// and watched ([Poller]), because it ends without a word when something is thrown at it, stands
/// still at an update it can't read, and confirms updates that nobody has worked on yet. Its client
/// isn't used: see [BotApiHttpClient]. Bucket4j keeps the budgets, since a wait that is counted
/// wrong is only seen when Telegram bans the bot.
@NullMarked
package dev.verbatim.telegram.delivery;

import org.jspecify.annotations.NullMarked;
