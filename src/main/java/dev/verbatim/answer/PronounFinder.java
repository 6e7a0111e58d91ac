package dev.verbatim.answer;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the pronoun of a question that stands for something said before.
final class PronounFinder {

    /// A question with so many words of content of its own needs no other, whatever its pronoun.
    static final int STANDS_BY_ITSELF = 3;

    /// So many words of content before a pronoun are what it stands for.
    private static final int ANTECEDENT = 2;

    private PronounFinder() {}

    /// Whether a word is a pronoun, in lower case.
    static boolean has(String word, Phrasebook book) {
        return Stream.of(
                        PhraseClass.HE,
                        PhraseClass.SHE,
                        PhraseClass.THEY,
                        PhraseClass.IT,
                        PhraseClass.THAT)
                .anyMatch(kind -> book.has(kind, word));
    }

    /// Nothing when all pronouns stand for something in the question, or for nothing.
    static Optional<FollowUp> read(Utterance question, Phrasebook book) {
        return IntStream.range(0, question.size())
                .filter(at -> refers(question, at, book))
                .mapToObj(at -> new FollowUp.Referring(question, at, book))
                .filter(PronounFinder::needsAnother)
                .<FollowUp>map(referring -> referring)
                .findFirst();
    }

    private static boolean needsAnother(FollowUp.Referring referring) {
        return referring.asksForWords() || referring.content().size() < STANDS_BY_ITSELF;
    }

    private static boolean refers(Utterance question, int at, Phrasebook book) {
        String word = question.lower().get(at);
        boolean stands = !book.has(PhraseClass.THAT, word) || isAlone(question, at, book);
        return has(word, book)
                && stands
                && (isObject(question, at, book) || !hasAntecedent(question.between(0, at), book));
    }

    /// "Why does Ukraine want them?", "which aircraft take part in it?"
    private static boolean isObject(Utterance question, int at, Phrasebook book) {
        String word = question.lower().get(at);
        boolean isThing = !book.has(PhraseClass.HE, word) && !book.has(PhraseClass.SHE, word);
        return isThing && at > 0 && at + 1 == question.size();
    }

    /// "that" and "there" before a noun, a clause or as in "there are" stand for nothing.
    private static boolean isAlone(Utterance question, int at, Phrasebook book) {
        boolean last = at + 1 == question.size();
        boolean afterVerb = at > 0 && book.has(PhraseClass.FUNCTION, question.lower().get(at - 1));
        return last && afterVerb;
    }

    /// Whether a question names what its pronoun stands for: "what did Smith say when she arrived".
    private static boolean hasAntecedent(Utterance before, Phrasebook book) {
        boolean hasName = IntStream.range(0, before.size()).anyMatch(before::isName);
        return hasName || asksForThing(before, book) || book.content(before).size() >= ANTECEDENT;
    }

    /// "Which country said that they …"
    private static boolean asksForThing(Utterance before, Phrasebook book) {
        int asking = AnswerType.asking(before, book);
        return asking > 0
                && asking < before.size()
                && !book.has(PhraseClass.FUNCTION, before.lower().get(asking));
    }
}
