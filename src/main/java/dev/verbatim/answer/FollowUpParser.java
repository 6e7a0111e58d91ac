package dev.verbatim.answer;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Recognises a text that can't be understood without what was said before.
///
/// In doubt it is a question that stands by itself. Whole messages are looked up in the phrasebooks
/// of all languages, since a word or two tell no language; what is left is read in the language
/// that it is most likely in.
final class FollowUpParser {

    private static final int LONGEST_NAME = 3;

    /// "And" with more words than these is a sentence.
    private static final int LONGEST_FRAGMENT = 5;

    private FollowUpParser() {}

    static Optional<FollowUp> parse(String text) {
        Utterance utterance = Utterance.of(text);
        if (Phrasebook.all().stream().anyMatch(book -> isApart(utterance, book))) {
            return Optional.empty();
        }
        Phrasebook likely = Phrasebook.of(utterance);
        return inAnyBook(utterance, FollowUpParser::whole)
                .or(() -> inAnyBook(utterance, FollowUpParser::asking))
                .or(() -> inAnyBook(utterance, FollowUpParser::fragment))
                .or(() -> PronounFinder.read(likely.withoutOpener(utterance), likely));
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
        return gap.isEmpty()
                || (gap.size() == 1 && PronounFinder.has(gap.lower().getFirst(), book));
    }

    private static boolean isNames(Utterance gap) {
        return gap.words().stream().allMatch(word -> Character.isUpperCase(word.codePointAt(0)));
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
        return content > 0 && content < PronounFinder.STANDS_BY_ITSELF;
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
                && AnswerType.asking(rest, book) == 0
                && rest.lower().stream().noneMatch(word -> PronounFinder.has(word, book));
    }

    /// Nothing but a question word and words that say nothing.
    private static Optional<FollowUp> asking(Utterance utterance, Phrasebook book) {
        Utterance question = book.withoutOpener(utterance);
        AnswerType kind = AnswerType.of(question, book);
        return kind != AnswerType.ANY && book.content(question).isEmpty()
                ? Optional.of(new FollowUp.Asking(kind))
                : Optional.empty();
    }
}
