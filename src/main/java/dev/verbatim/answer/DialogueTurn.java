package dev.verbatim.answer;

/// An answer, and what the next question of the same person may go back to.
///
/// @param context to be handed in with that question
public record DialogueTurn(Answer answer, DialogueContext context) {}
