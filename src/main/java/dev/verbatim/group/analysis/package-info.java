/// Analyzes the messages of a chat: their tokens, whom they name, and what their words do.
///
/// Start at [dev.verbatim.group.analysis.AnalyzedChat]. `group.threads` and `group.catchup` share
/// what it finds, so a message is analyzed once. What a message does is told by a small
/// [dev.verbatim.group.analysis.DialogueActClassifier], of which the languages' cue phrases are
/// features. It uses nothing but the messages: no article, no vectors, no clock.
@NullMarked
package dev.verbatim.group.analysis;

import org.jspecify.annotations.NullMarked;
