/// What is said on Telegram: reads updates, renders answers and lists.
///
/// Start at [Conversation]. An update becomes an [Incoming] at once, and from there no Telegram
/// type goes on until a [Reply] becomes a call ([Requests]). An answer becomes text and entities,
/// never markup, so no article can break a message ([Renderer]). In a group only what is addressed
/// to us counts ([MessageDecoder]), and its admins say how it is answered ([SettingsDialogue]).
///
/// What was answered is kept in the store for a while ([GivenAnswers]): the next question may go
/// back to it ([Answering]), its buttons do ([AnswerPresses]), and editors see how many there were
/// ([Statistics]). Links ([PassageLinks]) and buttons don't hold a passage but a [Bookmark], which
/// tells whether the article still says the same.
///
/// What a group said is kept if it has agreed ([Collector]), and told to all of it
/// ([CatchupDialogue]), to one of its people ([PersonalCatchups]) or every day ([DigestRounds]):
/// the messages themselves, with their authors and their addresses ([CatchupRenderer]).
///
/// Articles in short and what is new in them come by [SummaryDialogue].
///
/// What editors do goes through the [Office] to the desk of `article`; what it asks them first is a
/// [Proposal].
///
/// How updates come in and calls go out is the matter of `delivery`, which is given what to say as
/// an [ArticleTalk].
@NullMarked
package dev.verbatim.telegram;

import org.jspecify.annotations.NullMarked;
