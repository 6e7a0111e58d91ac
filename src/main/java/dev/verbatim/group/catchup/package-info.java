/// Sums up a conversation in the group's own words: extractive summarization.
///
/// Start at [CatchupGenerator]; the result is a [Catchup]. It holds messages and never a generated
/// sentence, so it can't put words into anybody's mouth. Topics, decisions, tasks and questions are
/// found by the dialogue acts and words of `group.analysis`, the threads of `group.threads`, and
/// what others reply ([ConversationEvidence]); questions without an answer are put to the articles.
@NullMarked
package dev.verbatim.group.catchup;

import org.jspecify.annotations.NullMarked;
