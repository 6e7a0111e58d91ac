package dev.verbatim.answer;

/// An answer, and the context of the same person's next question.
public record DialogueTurn(Answer answer, DialogueContext context) {}
