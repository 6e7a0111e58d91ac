/// Answers questions.
///
/// Start at [QuestionHandler]; [InlineQueryHandler] is for those who ask in other chats behind our
/// name. An answer becomes text and entities ([AnswerRenderer]), and is kept in the store for a
/// while ([AnswerStore]): the next question may go back to it, and its buttons do
/// ([AnswerCallbackHandler]), as do links ([PassageLinkHandler]). What found no answer is kept
/// without who asked ([UnansweredQuestionStore]).
@NullMarked
package dev.verbatim.telegram.answering;

import org.jspecify.annotations.NullMarked;
