/// Answers questions.
///
/// Start at [Answering]; [InlineAnswering] is for those who ask in other chats behind our name. An
/// answer becomes text and entities ([Renderer]), and is kept in the store for a while
/// ([GivenAnswers]): the next question may go back to it, and its buttons do ([AnswerPresses]), as
/// do links ([PassageLinks]). What found no answer is kept without who asked ([Unanswered]).
@NullMarked
package dev.verbatim.telegram.answering;

import org.jspecify.annotations.NullMarked;
