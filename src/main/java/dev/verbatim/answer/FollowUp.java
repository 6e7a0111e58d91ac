package dev.verbatim.answer;

/// What somebody wants who goes back to what was said before.
sealed interface FollowUp {

    /// "Who said that?"
    record WhoSaid() implements FollowUp {}

    /// "What else did she say?"
    ///
    /// @param who a pronoun or a name; no words where the language can leave it out
    record SaidElse(Utterance who) implements FollowUp {}

    /// "Tell me more."
    record More() implements FollowUp {}

    /// "Go on."
    record Next() implements FollowUp {}

    /// "What happened next?"
    record HappenedNext() implements FollowUp {}

    /// "What did he mean?"
    record Meaning() implements FollowUp {}

    /// "More about the ships."
    record MoreAbout(Utterance subject) implements FollowUp {}

    /// "And Finland?", "What about Sweden?"
    record WhatAbout(Utterance fragment) implements FollowUp {}

    /// "And when?", "Why is that?": a question word with nothing to ask about.
    record Asking(AnswerType kind) implements FollowUp {}

    /// "When does it start?": a question whose subject is a pronoun.
    ///
    /// @param pronoun its place in the question
    record Referring(Utterance question, int pronoun, Phrasebook book) implements FollowUp {

        /// The words that say something of a subject.
        Utterance content() {
            return book.content(question);
        }

        boolean isPerson() {
            return is(PhraseClass.HE) || is(PhraseClass.SHE);
        }

        Utterance who() {
            return question.between(pronoun, pronoun + 1);
        }

        boolean is(PhraseClass kind) {
            return book.has(kind, question.lower().get(pronoun));
        }

        AnswerType kind() {
            return AnswerType.of(question, book);
        }

        /// Whether somebody's words are asked for.
        boolean asksForWords() {
            return isPerson() && book.hasAny(PhraseClass.SAYING, question);
        }

        /// Whether what was shown isn't wanted again.
        boolean asksForOther() {
            return book.hasAny(PhraseClass.ELSE, question);
        }
    }
}
