package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A type of quantity that a question asks for; tells which sentences have a number of that type.
enum QuantityType {
    /// "How much": a sum or a measure.
    AMOUNT(PhraseClass.ASK_AMOUNT),
    AGE(PhraseClass.ASK_AGE),
    DURATION(PhraseClass.ASK_DURATION),
    /// "How many": any number.
    COUNT(PhraseClass.ASK_NUMBER),
    /// The question asks for no quantity.
    NONE(null);

    /// How many words after a number its unit may be: "41,306 excited people".
    private static final int UNIT_DISTANCE = 2;

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}.*");
    private static final Pattern TWO_DIGITS = Pattern.compile("\\p{Nd}{2}");
    private static final Pattern SYMBOL = Pattern.compile("[$€£¥%₴₽]");

    /// "She is 61.", "Anna Lee, 61, …": two digits that a comma or the sentence's end follows.
    private static final Pattern APPOSED_AGE =
            Pattern.compile("(?<![\\p{Nd}.,])\\p{Nd}{2}(?:[,;)]|\\.?$)");

    private final @Nullable PhraseClass questionPhrases;

    QuantityType(@Nullable PhraseClass questionPhrases) {
        this.questionPhrases = questionPhrases;
    }

    /// The type that a question's first words ask for.
    static QuantityType of(Utterance question, Phrasebook book) {
        Utterance opened = book.withoutOpener(question);
        return List.of(AMOUNT, AGE, DURATION, COUNT).stream()
                .filter(type -> book.opening(type.phrases(), opened) > 0)
                .max(
                        (one, other) ->
                                Integer.compare(one.words(opened, book), other.words(opened, book)))
                .orElse(NONE);
    }

    private PhraseClass phrases() {
        return questionPhrases == null ? PhraseClass.ASK_OTHER : questionPhrases;
    }

    private int words(Utterance question, Phrasebook book) {
        return book.opening(phrases(), question);
    }

    /// Whether a sentence has a number of this type.
    ///
    /// @param book of the sentence's language
    boolean occursIn(String sentence, Phrasebook book) {
        Utterance words = Utterance.of(sentence);
        return switch (this) {
            case AMOUNT ->
                    hasNumberBefore(words, PhraseClass.HOLDS_AMOUNT, book) || hasSymbol(sentence);
            case AGE -> APPOSED_AGE.matcher(sentence).find() || hasYearsOld(words, book);
            case DURATION -> hasNumberBefore(words, PhraseClass.HOLDS_DURATION, book);
            case COUNT ->
                    IntStream.range(0, words.size()).anyMatch(at -> isNumber(words, at, book));
            case NONE -> true;
        };
    }

    private static boolean hasSymbol(String sentence) {
        return SYMBOL.matcher(sentence).find();
    }

    /// "the 61-year-old"
    private static boolean hasYearsOld(Utterance words, Phrasebook book) {
        return IntStream.range(1, words.size())
                .filter(at -> book.has(PhraseClass.HOLDS_AGE, words.lower().get(at)))
                .anyMatch(at -> TWO_DIGITS.matcher(words.lower().get(at - 1)).matches());
    }

    /// Whether a passage can't answer, however near it is: nobody's age is in it. Other quantities
    /// can be told without a number.
    boolean isMissingFrom(Passage passage) {
        String text = passage.article().text();
        Phrasebook book = Phrasebook.of(passage.article().publication().language());
        return this == AGE
                && passage.sentences().stream()
                        .map(sentence -> sentence.of(text))
                        .noneMatch(
                                sentence ->
                                        occursIn(sentence, book)
                                                || DURATION.occursIn(sentence, book));
    }

    private static boolean hasNumberBefore(Utterance words, PhraseClass units, Phrasebook book) {
        return IntStream.range(0, words.size())
                .filter(at -> book.has(units, words.lower().get(at)))
                .anyMatch(
                        at ->
                                IntStream.rangeClosed(Math.max(0, at - UNIT_DISTANCE), at)
                                        .anyMatch(before -> isNumber(words, before, book)));
    }

    private static boolean isNumber(Utterance words, int at, Phrasebook book) {
        String word = words.lower().get(at);
        return DIGITS.matcher(word).matches() || book.has(PhraseClass.HOLDS_NUMBER, word);
    }

    /// Whether a sentence has a number of some things: "41,306 people".
    static boolean counts(String things, String sentence, Phrasebook book) {
        Utterance words = Utterance.of(sentence);
        return IntStream.range(1, words.size())
                .filter(at -> words.lower().get(at).equals(things))
                .anyMatch(
                        at ->
                                IntStream.range(Math.max(0, at - UNIT_DISTANCE), at)
                                        .anyMatch(before -> isNumber(words, before, book)));
    }
}
