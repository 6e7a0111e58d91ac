package dev.verbatim.answer;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Recognises a text that can't be understood without what was said before.
///
/// In doubt it is a question that stands by itself. Whole messages are looked up in the phrasebooks
/// of all languages, since a word or two tell no language; what is left is read in the language
/// that it is most likely in.
final class FollowUpReader {

    private static final int LONGEST_NAME = 3;

    /// "And" with more words than these is a sentence.
    private static final int LONGEST_FRAGMENT = 5;

    /// A question with so many words of content of its own needs no other, whatever its pronoun.
    private static final int STANDS_BY_ITSELF = 3;

    /// So many words of content before a pronoun are what it stands for.
    private static final int ANTECEDENT = 2;

    private FollowUpReader() {}

    static Optional<FollowUp> read(String text) {
        Utterance utterance = Utterance.of(text);
        if (Phrasebook.all().stream().anyMatch(book -> isApart(utterance, book))) {
            return Optional.empty();
        }
        Phrasebook likely = Phrasebook.of(utterance);
        return inAnyBook(utterance, FollowUpReader::whole)
                .or(() -> inAnyBook(utterance, FollowUpReader::asking))
                .or(() -> inAnyBook(utterance, FollowUpReader::fragment))
                .or(() -> referring(likely.withoutOpener(utterance), likely));
    }

    private static boolean isApart(Utterance utterance, Phrasebook book) {
        return book.gaps(PhraseClass.APART, book.withoutOpener(utterance)).findAny().isPresent();
    }

    private interface Reading {
        Optional<FollowUp> read(Utterance utterance, Phrasebook book);
    }

    private static Optional<FollowUp> inAnyBook(Utterance utterance, Reading reading) {
        return Phrasebook.all().stream()
                .map(book -> reading.read(utterance, book))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<FollowUp> whole(Utterance utterance, Phrasebook book) {
        return Stream.of(utterance, book.withoutOpener(utterance))
                .map(words -> form(words, book))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<FollowUp> form(Utterance words, Phrasebook book) {
        return simple(words, book, PhraseClass.WHO_SAID, new FollowUp.WhoSaid())
                .or(() -> simple(words, book, PhraseClass.MORE, new FollowUp.More()))
                .or(() -> simple(words, book, PhraseClass.NEXT, new FollowUp.Next()))
                .or(
                        () ->
                                simple(
                                        words,
                                        book,
                                        PhraseClass.HAPPENED_NEXT,
                                        new FollowUp.HappenedNext()))
                .or(() -> person(words, book, PhraseClass.SAID_ELSE, FollowUp.SaidElse::new))
                .or(() -> pronoun(words, book, PhraseClass.SAID, FollowUp.SaidElse::new))
                .or(() -> pronoun(words, book, PhraseClass.MEANING, _ -> new FollowUp.Meaning()))
                .or(() -> subject(words, book, PhraseClass.MORE_ABOUT, FollowUp.MoreAbout::new))
                .or(() -> subject(words, book, PhraseClass.WHAT_ABOUT, FollowUp.WhatAbout::new));
    }

    private static Optional<FollowUp> simple(
            Utterance words, Phrasebook book, PhraseClass form, FollowUp followUp) {
        return book.gaps(form, words).filter(Utterance::isEmpty).findFirst().map(_ -> followUp);
    }

    /// The gap holds a pronoun, a name or nothing.
    private static Optional<FollowUp> person(
            Utterance words,
            Phrasebook book,
            PhraseClass form,
            Function<Utterance, FollowUp> followUp) {
        return book.gaps(form, words)
                .filter(gap -> gap.size() <= LONGEST_NAME)
                .filter(gap -> isPronoun(gap, book) || isNames(gap))
                .findFirst()
                .map(followUp);
    }

    private static Optional<FollowUp> pronoun(
            Utterance words,
            Phrasebook book,
            PhraseClass form,
            Function<Utterance, FollowUp> followUp) {
        return book.gaps(form, words).filter(gap -> isPronoun(gap, book)).findFirst().map(followUp);
    }

    private static boolean isPronoun(Utterance gap, Phrasebook book) {
        return gap.isEmpty() || (gap.size() == 1 && isPronoun(gap.lower().getFirst(), book));
    }

    private static boolean isNames(Utterance gap) {
        return gap.words().stream().allMatch(word -> Character.isUpperCase(word.codePointAt(0)));
    }

    private static boolean isPronoun(String word, Phrasebook book) {
        return Stream.of(
                        PhraseClass.HE,
                        PhraseClass.SHE,
                        PhraseClass.THEY,
                        PhraseClass.IT,
                        PhraseClass.THAT)
                .anyMatch(kind -> book.has(kind, word));
    }

    /// The gap holds something to look for.
    private static Optional<FollowUp> subject(
            Utterance words,
            Phrasebook book,
            PhraseClass form,
            Function<Utterance, FollowUp> followUp) {
        return book.gaps(form, words).filter(gap -> isSubject(gap, book)).findFirst().map(followUp);
    }

    /// With so many words of its own it stands by itself.
    private static boolean isSubject(Utterance gap, Phrasebook book) {
        int content = book.content(gap).size();
        return content > 0 && content < STANDS_BY_ITSELF;
    }

    /// "And Finland?", "and in 2019?", but not "and who is that?".
    private static Optional<FollowUp> fragment(Utterance utterance, Phrasebook book) {
        int and = book.opening(PhraseClass.AND, utterance);
        Utterance rest = utterance.from(and);
        return and > 0 && isFragment(rest, book)
                ? Optional.of(new FollowUp.WhatAbout(rest))
                : Optional.empty();
    }

    private static boolean isFragment(Utterance rest, Phrasebook book) {
        return rest.size() <= LONGEST_FRAGMENT
                && isSubject(rest, book)
                && !book.has(PhraseClass.AUXILIARY, rest.lower().getFirst())
                && AnswerKind.asking(rest, book) == 0
                && rest.lower().stream().noneMatch(word -> isPronoun(word, book));
    }

    /// Nothing but a question word and words that say nothing.
    private static Optional<FollowUp> asking(Utterance utterance, Phrasebook book) {
        Utterance question = book.withoutOpener(utterance);
        AnswerKind kind = AnswerKind.of(question, book);
        return kind != AnswerKind.ANY && book.content(question).isEmpty()
                ? Optional.of(new FollowUp.Asking(kind))
                : Optional.empty();
    }

    private static Optional<FollowUp> referring(Utterance question, Phrasebook book) {
        return IntStream.range(0, question.size())
                .filter(at -> refers(question, at, book))
                .mapToObj(at -> new FollowUp.Referring(question, at, book))
                .filter(FollowUpReader::needsAnother)
                .<FollowUp>map(referring -> referring)
                .findFirst();
    }

    private static boolean needsAnother(FollowUp.Referring referring) {
        return referring.asksForWords() || referring.content().size() < STANDS_BY_ITSELF;
    }

    private static boolean refers(Utterance question, int at, Phrasebook book) {
        String word = question.lower().get(at);
        boolean stands = !book.has(PhraseClass.THAT, word) || isAlone(question, at, book);
        return isPronoun(word, book)
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
        int asking = AnswerKind.asking(before, book);
        return asking > 0
                && asking < before.size()
                && !book.has(PhraseClass.FUNCTION, before.lower().get(asking));
    }
}
