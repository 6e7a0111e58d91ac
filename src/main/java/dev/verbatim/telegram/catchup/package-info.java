/// What a group said, told to all of it ([CatchupDialogue]), to one of its people
/// ([PersonalCatchups]) or every day ([DigestRounds]).
///
/// Start at [Recaps], which takes the commands. What is told are the messages themselves, with
/// their authors and their addresses ([CatchupRenderer]); which they are is a matter of
/// `group.catchup`.
@NullMarked
package dev.verbatim.telegram.catchup;

import org.jspecify.annotations.NullMarked;
