package dev.verbatim.answer;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A question or request that refers back to what was said before.
sealed interface FollowUp {

    /// "Who said that?"
    record WhoSaid() implements FollowUp {}

    /// "What did she say?", with nothing to ask about.
    ///
    /// @param who a pronoun; empty where the language can leave it out
    record Said(Utterance who) implements FollowUp {}

    /// "What else did she say?"
    ///
    /// @param who a pronoun or a name; empty where the language can leave it out
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

    /// "And who equalised?": a short question that goes on with the earlier subject.
    record Continued(Utterance question, Phrasebook book) implements FollowUp {}

    /// "And when?", "Why is that?": a question word with nothing to ask about.
    record QuestionWord(AnswerType type) implements FollowUp {}

    /// "When does it start?": a question whose subject is a pronoun.
    ///
    /// @param pronoun its index among the question's words
    record PronounQuestion(Utterance question, int pronoun, Phrasebook book) implements FollowUp {

        /// With this many content words a question is clear by itself, whatever its pronoun.
        static final int SELF_CONTAINED = 3;

        /// This many content words before a pronoun are what it refers to.
        private static final int ANTECEDENT = 2;

        /// Finds the first pronoun that refers to something outside of the question; empty when
        /// there is none, or when the question is clear without it.
        static Optional<PronounQuestion> find(Utterance question, Phrasebook book) {
            return IntStream.range(0, question.size())
                    .mapToObj(at -> new PronounQuestion(question, at, book))
                    .filter(PronounQuestion::refersBack)
                    .filter(PronounQuestion::needsContext)
                    .findFirst();
        }

        /// Whether a word in lower case is a pronoun.
        static boolean isPronoun(String word, Phrasebook book) {
            return Stream.of(
                            PhraseClass.HE,
                            PhraseClass.SHE,
                            PhraseClass.THEY,
                            PhraseClass.IT,
                            PhraseClass.THAT)
                    .anyMatch(pronouns -> book.has(pronouns, word));
        }

        private boolean needsContext() {
            return asksForWords() || contentWords().size() < SELF_CONTAINED;
        }

        private boolean refersBack() {
            return isPronoun(word(), book)
                    && (!is(PhraseClass.THAT) || isLastAfterFunctionWord())
                    && (isObject() || !hasAntecedent());
        }

        /// "Why is that?" refers to something. Before a noun or a clause, and in "there are", such
        /// a word refers to nothing.
        private boolean isLastAfterFunctionWord() {
            return isLast()
                    && pronoun > 0
                    && book.isFunctionWord(question.lower().get(pronoun - 1));
        }

        /// "Why does Ukraine want them?", "which aircraft take part in it?"
        private boolean isObject() {
            return !isPerson() && pronoun > 0 && isLast();
        }

        private boolean isLast() {
            return pronoun + 1 == question.size();
        }

        /// Whether the question names what its pronoun refers to: "what did Smith say when she
        /// arrived".
        private boolean hasAntecedent() {
            Utterance before = question.between(0, pronoun);
            return IntStream.range(0, before.size()).anyMatch(before::isName)
                    || asksForThing(before)
                    || book.content(before).size() >= ANTECEDENT;
        }

        /// "Which country said that they …"
        private boolean asksForThing(Utterance before) {
            int questionWords = AnswerType.questionWords(before, book);
            return questionWords > 0
                    && questionWords < before.size()
                    && !book.isFunctionWord(before.lower().get(questionWords));
        }

        private String word() {
            return question.lower().get(pronoun);
        }

        private boolean is(PhraseClass pronouns) {
            return book.has(pronouns, word());
        }

        /// Whether the pronoun is "he" or "she".
        boolean isPerson() {
            return is(PhraseClass.HE) || is(PhraseClass.SHE);
        }

        /// The pronoun.
        Utterance who() {
            return question.between(pronoun, pronoun + 1);
        }

        /// The words that say something about the subject.
        Utterance contentWords() {
            return book.content(question);
        }

        AnswerType answerType() {
            return AnswerType.of(question, book);
        }

        /// Whether it asks what a person said.
        boolean asksForWords() {
            return isPerson() && book.hasAny(PhraseClass.SAYING, question);
        }

        /// Whether it asks for something that wasn't shown yet.
        boolean asksForOther() {
            return book.hasAny(PhraseClass.ELSE, question);
        }
    }
}
