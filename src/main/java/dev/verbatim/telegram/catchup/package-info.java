/// Shows what a group said: to the group ([GroupCatchupHandler]), to one of its members
/// ([PersonalCatchupHandler]), or every day ([DigestScheduler]).
///
/// Start at [CatchupCommands], which takes the commands. What is told are the messages themselves,
/// with their authors and their addresses ([CatchupRenderer]); which they are is a matter of
/// `group.catchup`.
@NullMarked
package dev.verbatim.telegram.catchup;

import org.jspecify.annotations.NullMarked;
