/// Knows a chat: its settings ([SettingsStore]), who may change them and which of its messages
/// reach the bot ([ChatAdmins]), its name and members ([GroupLookup]).
///
/// Also has the two ports of the features, [CommandHandler] and [CallbackHandler], and the
/// [Responder] that a handler replies with. What can change on Telegram without an update is asked
/// for when it is needed.
@NullMarked
package dev.verbatim.telegram.chat;

import org.jspecify.annotations.NullMarked;
