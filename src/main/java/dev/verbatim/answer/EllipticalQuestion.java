package dev.verbatim.answer;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A recognizer of questions that are shortened to what is new in them, and have no question mark:
/// "and in Poland", "what about the ships".
///
/// Most of what begins with "and" is a remark. So it must go on with a name or a number, or with a
/// preposition or an article and a thing, and may have no verb that a phrasebook knows.
final class EllipticalQuestion {

    /// With more words it is a sentence.
    private static final int MAX_WORDS = 5;

    /// With more words it tells something of its thing.
    private static final int MAX_THING_WORDS = 2;

    private EllipticalQuestion() {}

    static boolean is(String message) {
        Utterance utterance = Utterance.of(message);
        return !message.strip().endsWith("!")
                && Phrasebook.all().stream()
                        .anyMatch(
                                book ->
                                        asksAbout(utterance, book)
                                                || continuesQuestion(utterance, book));
    }

    /// "What about Germany", but not "how about that".
    private static boolean asksAbout(Utterance utterance, Phrasebook book) {
        return Stream.of(utterance, book.withoutOpener(utterance))
                .flatMap(words -> book.gaps(PhraseClass.WHAT_ABOUT, words))
                .anyMatch(subject -> isThing(subject, book));
    }

    /// "And in Poland", "ok, and Germany", but not "and rightly so".
    private static boolean continuesQuestion(Utterance utterance, Phrasebook book) {
        Utterance words = fromConjunction(utterance, book);
        if (words.isEmpty() || !isConjunction(words.lower().getFirst(), book)) {
            return false;
        }
        Utterance rest = words.from(1);
        return isThing(rest, book)
                && Phrasebook.all().stream().noneMatch(any -> isAside(rest, any))
                && (lead(rest, book) > 0 || isOnlyNames(rest, book));
    }

    private static boolean isAside(Utterance words, Phrasebook book) {
        return book.gaps(PhraseClass.ASIDE, words).findAny().isPresent();
    }

    private static Utterance fromConjunction(Utterance utterance, Phrasebook book) {
        int opening =
                utterance.isEmpty() || isConjunction(utterance.lower().getFirst(), book)
                        ? 0
                        : book.opening(PhraseClass.OPENER, utterance);
        return opening == 0 ? utterance : fromConjunction(utterance.from(opening), book);
    }

    /// "Also" begins a remark in German.
    private static boolean isConjunction(String word, Phrasebook book) {
        return book.has(PhraseClass.AND, word)
                && book.has(PhraseClass.OPENER, word)
                && Phrasebook.all().stream()
                        .noneMatch(
                                other ->
                                        other.has(PhraseClass.OPENER, word)
                                                && !other.has(PhraseClass.AND, word));
    }

    private static boolean isThing(Utterance words, Phrasebook book) {
        Utterance thing = words.from(lead(words, book));
        return words.size() <= MAX_WORDS
                && !thing.isEmpty()
                && words.lower().stream().noneMatch(word -> isOfSentence(word, book))
                && IntStream.range(0, thing.size())
                        .allMatch(
                                at -> isNamed(thing, at) || !book.isChatWord(thing.lower().get(at)))
                && (isNamed(thing, 0) || thing.size() <= MAX_THING_WORDS);
    }

    /// How many prepositions and articles it begins with.
    private static int lead(Utterance words, Phrasebook book) {
        List<String> lower = words.lower();
        return (int) lower.stream().takeWhile(word -> isLead(word, book)).count();
    }

    private static boolean isLead(String word, Phrasebook book) {
        return book.has(PhraseClass.PREPOSITION, word) || book.has(PhraseClass.ARTICLE, word);
    }

    private static boolean isOfSentence(String word, Phrasebook book) {
        return book.has(PhraseClass.AUXILIARY, word)
                || book.has(PhraseClass.SAYING, word)
                || FollowUp.PronounQuestion.isPronoun(word, book);
    }

    private static boolean isOnlyNames(Utterance words, Phrasebook book) {
        return IntStream.range(0, words.size())
                .allMatch(at -> isNamed(words, at) || isLead(words.lower().get(at), book));
    }

    /// "I" is no name.
    private static boolean isNamed(Utterance words, int at) {
        return words.isCapitalised(at)
                ? words.words().get(at).length() > 1
                : Character.isDigit(words.words().get(at).codePointAt(0));
    }
}
