/// Asks questions again that were asked before, and tells what is answered otherwise now: after a
/// change of the articles or of a setting.
///
/// The door is [Replay]. What was asked is in the [QuestionLog], where an operator allows that.
@NullMarked
package dev.verbatim.replay;

import org.jspecify.annotations.NullMarked;
