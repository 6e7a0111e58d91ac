/// The bot on Telegram: hands each update to the feature that replies to it.
///
/// Start at [VerbatimUpdateHandler]. A request in a chat goes to [RequestDispatcher], and from
/// there to the handler that [Features] lists for its command or button. To add a command, write a
/// [dev.verbatim.telegram.chat.CommandHandler], add it to [Features], and give it a value in
/// [dev.verbatim.telegram.update.Command] and a place in the menus of [BotProfileSetup].
///
/// ## A question, step by step
///
/// 1. [UpdatePoller#poll][dev.verbatim.telegram.delivery.UpdatePoller] asks Telegram for updates
///    and parses the response.
/// 2. [UpdateIngestor#ingest][dev.verbatim.telegram.delivery.UpdateIngestor] has
///    [VerbatimUpdateHandler#decode] make one [dev.verbatim.telegram.update.DecodedUpdate] of each,
///    drops what may not be stored, and adds the rest to the
///    [Inbox][dev.verbatim.telegram.delivery.Inbox]. The next poll confirms them to Telegram.
/// 3. [ChatWorker#step][dev.verbatim.telegram.delivery.ChatWorker] runs on a thread of the
///    question's chat. It makes the calls that wait for that chat, and then takes an update.
/// 4. [UpdateScheduler#next][dev.verbatim.telegram.delivery.UpdateScheduler] picks that update, and
///    decides whether it is handled now: users who ask too fast wait, and of old questions only the
///    last ones are answered.
/// 5. [UpdateProcessor#process][dev.verbatim.telegram.delivery.UpdateProcessor] opens a
///    [dev.verbatim.telegram.delivery.ReplyTransaction], and tries three times before it gives up.
/// 6. [VerbatimUpdateHandler#handle] gives the question to [RequestDispatcher#dispatch], which
///    finds the chat's settings and the feature.
/// 7. [QuestionHandler#answer][dev.verbatim.telegram.answering.QuestionHandler#answer] looks up
///    what was said before, and asks [Answerer#answer][dev.verbatim.answer.Answerer#answer]:
///    retrieve, read, decide.
/// 8. [AnswerRenderer][dev.verbatim.telegram.answering.AnswerRenderer] makes a message of the
///    answer, and [CallFactory#reply][dev.verbatim.telegram.reply.CallFactory] makes a call of the
///    message, which is added to the transaction.
/// 9. [DeliveryStore#commit][dev.verbatim.telegram.delivery.DeliveryStore] writes the answer and
///    the call, and marks the update as done, all at once.
/// 10. [ChatWorker#step][dev.verbatim.telegram.delivery.ChatWorker] runs again:
///     [OutboxSender#send][dev.verbatim.telegram.delivery.OutboxSender] makes the call through the
///     [BotApiGateway][dev.verbatim.telegram.delivery.BotApiGateway], and stores the number of the
///     message.
///
/// After a restart step 4 finds what steps 1 and 2 have stored, and decodes it again; step 3 finds
/// what step 9 has stored.
///
/// ## The packages
///
/// They are in the order in which a message passes through them:
///
/// - `delivery` fetches updates and sends API calls, and loses none;
/// - `update` decodes updates, `message` holds the messages that the bot writes, and `reply` makes
///   API calls of those;
/// - `chat` has the settings and admins of a chat, and the ports of the features;
/// - `answering` answers questions, `pending` those that are answered later;
/// - `summaries` sums up articles, `catchup` what a group said;
/// - `settings` is for those who decide for a chat, `archive` for what is kept of a group,
///   `editors` for the articles.
@NullMarked
package dev.verbatim.telegram;

import org.jspecify.annotations.NullMarked;
