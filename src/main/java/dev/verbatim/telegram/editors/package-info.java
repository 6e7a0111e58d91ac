/// Serves editors only: they add and remove articles, read statistics, and see why a question was
/// answered or wasn't.
///
/// [AccessControl] says who may use the bot at all, and lets editors block users and chats.
///
/// Start at [EditorCommands], or [InsightCommands] for what only reads. Before a change that may be
/// a mistake, the bot asks, and keeps a [ConfirmationStore.PendingConfirmation]. The articles
/// themselves are checked and written by `article.library`.
@NullMarked
package dev.verbatim.telegram.editors;

import org.jspecify.annotations.NullMarked;
