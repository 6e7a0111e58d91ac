/// Answers questions.
///
/// Start at [QuestionHandler]; [GuestQueryHandler] answers in chats that the bot isn't in, and
/// [InlineQueryHandler] users who ask in other chats, after the bot's name. [AnswerRenderer] turns
/// an answer into text and entities. [AnswerStore] keeps it for a while: the next question may
/// refer to it, and so do its buttons ([AnswerCallbackHandler]) and links to passages
/// ([PassageLinkHandler]). Questions without an answer are counted, without who asked them
/// ([UnansweredQuestionStore]).
@NullMarked
package dev.verbatim.telegram.answering;

import org.jspecify.annotations.NullMarked;
