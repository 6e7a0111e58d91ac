/// Takes updates in and sends calls out, so that none is lost. It knows nothing of what the bot
/// says: that is the [UpdateHandler] of `telegram`, whose package documentation walks through one
/// question step by step.
///
/// Start at [TelegramBot]. An update is committed to the [Inbox] before Telegram is told that we
/// have it ([UpdatePoller], [WebhookController]). It is decoded once, on arrival
/// ([UpdateIngestor]). A chat's updates are handled one after another, chats side by side
/// ([PerChatExecutor], [ChatWorker]): the handler records its calls in a [ReplyTransaction], and
/// one database transaction puts them into the [Outbox], writes what else the handler wants
/// written, and marks the update as done ([DeliveryStore#commit]). Only then are the calls made
/// ([OutboxSender]), through the [BotApiGateway] that keeps to Telegram's limits. So a process that
/// is killed goes on where it was; only a message that Telegram had taken, and that we had not yet
/// marked, is sent twice. We can't know of it, and it is better sent twice than not at all.
///
/// Several instances may share a store. Each takes the updates that it is brought; one handles them
/// and sends, and polls if that is how they come. When the store says that another one works, the
/// [DeliverySession] is given up and a new one begins, in which this instance stands by or works.
///
/// What Telegram's errors mean is written in [ApiResult]. What is done about trouble:
/// - Flooded (429): that chat waits, or only that method when the call is about no chat.
/// - Out of order (5xx, time-outs, garbage), or not serving this bot (401, 404, 409): made again
///   with longer and longer waits, as long as nothing gets through to Telegram. A call that fails
///   while others get through is parked after twenty attempts, and counted in health.
/// - A call is told that the bot is blocked or removed, or that the chat is gone: nothing goes
///   there until a user writes, and what waited is dropped. What is kept of the chat stays for 30
///   days, since Telegram errs, too. Only an update that says the bot was removed or blocked
///   deletes it at once. A chat's updates are applied in their order, so who blocks, unblocks and
///   writes gets an answer.
/// - Muted, a topic closed or gone: see the table below.
/// - Became a supergroup: all that belongs to the chat moves along, in one transaction.
/// - A rich message, where it isn't switched on, the server is too old, or it is refused: the same
///   call with the text instead, which it has, too ([RichMessageSupport]).
/// - For one user of a group only, where that isn't possible: the call's alternative, which all see
///   ([EphemeralSupport]).
/// - Refused: the call's own alternative ([ApiCall#otherwise]) is made instead; with none it is
///   parked.
/// - Too old: of the questions of a chat that have waited for five minutes, the last three are
///   answered, the newest first, and the chat is told that the others were missed ([StaleBacklog]).
/// - An album comes as an update for each part: those without words wait two seconds for the one
///   with words, and together get one reply ([AlbumTracker]).
/// - Too fast: a user or a group with more than twenty questions a minute is told so once a minute,
///   and waits; others don't ([QuestionThrottle]).
/// - Work on a reply that takes five seconds of a processor is ended, and the user is told
///   ([ReplyRunner]).
/// - An update that can't be read, fails three times, or was in work three times when the process
///   ended ([CrashRecovery]): parked, and counted in health; its user is told ([UpdateProcessor]).
///
/// Refusals that are about a chat or a topic, where no other call would do better. What waits there
/// is dropped, and not counted as parked:
///
/// | Telegram says | meaning | what is done |
/// |---|---|---|
/// | 403: "bot was blocked by the user", "bot was kicked from the supergroup chat", "user is deactivated" … | [ApiResult.Barrier#CLOSED] | nothing goes there until somebody writes; what is kept of it is deleted after 30 days |
/// | "chat not found", "group chat was deactivated", "PEER_ID_INVALID", "USER_DEACTIVATED" | [ApiResult.Barrier#CLOSED] | the same |
/// | "not enough rights to send text messages to the chat", "have no rights to send a message", "have no write access to the chat", "CHAT_WRITE_FORBIDDEN", "CHAT_RESTRICTED", "CHAT_SEND_PLAIN_FORBIDDEN" | [ApiResult.Barrier#MUTED] | remembered; a question there first asks, by showing that the bot types, whether it may write again; digests are kept for later, and the admins are told |
/// | "TOPIC_CLOSED" | [ApiResult.Barrier#TOPIC_CLOSED] | that call is dropped; a digest is kept for the next one, and the admins are told |
/// | "message thread not found", "TOPIC_DELETED", "TOPIC_ID_INVALID" | [ApiResult.Barrier#TOPIC_GONE] | the same |
/// | "member list is inaccessible", "CHAT_ADMIN_REQUIRED" | [ApiResult.Rejected] | the list of admins is asked for instead; without it, users are told what is missing |
///
/// The library is used without its Spring starter, because that one polls before the index is open
/// and lets an unreachable Telegram fail the whole start. Its methods and types are used; its poll
/// loop and its HTTP client aren't, for the reasons that [UpdatePoller] and [BotApiHttpClient]
/// give. Bucket4j keeps the rate limits, since a wait that is counted wrong is only seen when
/// Telegram bans the bot.
@NullMarked
package dev.verbatim.telegram.delivery;

import org.jspecify.annotations.NullMarked;
