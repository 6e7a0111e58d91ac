/// Shows what a group said: to the group ([GroupCatchupHandler]), to one of its members
/// ([PersonalCatchupHandler]), or every day ([DigestScheduler]).
///
/// [LiveCatchupScheduler] keeps one message of a group up to date through the day, and
/// [ArticleTalkRenderer] shows what was said about the articles. [DigestCommandHandler] changes
/// when that is, and [DigestBarrierStore] knows which could not be posted. Start at
/// [CatchupService]: it picks the messages, has `group.catchup` sum them up, and [CatchupRenderer]
/// shows the messages themselves with their authors and links.
@NullMarked
package dev.verbatim.telegram.catchup;

import org.jspecify.annotations.NullMarked;
