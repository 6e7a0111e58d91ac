package dev.verbatim.answer;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What kind of answer a question wants, and which sentences hold that kind.
enum AnswerType {
    TIME(PhraseClass.ASK_TIME, PhraseClass.HOLDS_TIME),
    PLACE(PhraseClass.ASK_PLACE, PhraseClass.HOLDS_PLACE),
    NUMBER(PhraseClass.ASK_NUMBER, PhraseClass.HOLDS_NUMBER),
    PERSON(PhraseClass.ASK_PERSON, null),
    REASON(PhraseClass.ASK_REASON, PhraseClass.HOLDS_REASON),
    /// The question doesn't tell, and so every sentence holds it.
    ANY(PhraseClass.ASK_OTHER, null);

    /// How far before a name its preposition may stand: "in downtown Kyiv".
    private static final int BETWEEN = 2;

    private static final Pattern YEAR = Pattern.compile("(1\\d|20)\\d\\d");

    /// A year is no answer to "how many".
    private static final Pattern NUMERAL = Pattern.compile("(?!(?:1\\d|20)\\d\\d$)\\p{Nd}+");

    private final PhraseClass asks;
    private final @Nullable PhraseClass holds;

    AnswerType(PhraseClass asks, @Nullable PhraseClass holds) {
        this.asks = asks;
        this.holds = holds;
    }

    /// What a question's first words ask for.
    static AnswerType of(Utterance question, Phrasebook book) {
        Utterance asked = book.withoutOpener(question);
        return Arrays.stream(values())
                .filter(kind -> kind != ANY && book.opening(kind.asks, asked) > 0)
                .findFirst()
                .orElse(ANY);
    }

    static AnswerType of(String question) {
        Utterance utterance = Utterance.of(question);
        return of(utterance, Phrasebook.of(utterance));
    }

    /// How many words the phrase that asks has at the beginning of a question, of whatever kind.
    static int asking(Utterance question, Phrasebook book) {
        return Arrays.stream(values())
                .mapToInt(kind -> book.opening(kind.asks, question))
                .max()
                .orElse(0);
    }

    /// The plain word that asks for this kind.
    String word(Phrasebook book) {
        return book.plain(asks);
    }

    /// Whether a sentence holds an answer of this kind: no name that is in the question answers it.
    ///
    /// @param book of the sentence's language
    boolean occursIn(String sentence, Utterance question, Phrasebook book) {
        Utterance words = Utterance.of(sentence);
        return switch (this) {
            case TIME -> holds(words, book) || matches(words, YEAR);
            case NUMBER -> holds(words, book) || matches(words, NUMERAL);
            case REASON -> holds(words, book);
            case PLACE -> namesAPlace(words, question, book);
            case PERSON -> names(words, question).findAny().isPresent();
            case ANY -> true;
        };
    }

    private boolean holds(Utterance words, Phrasebook book) {
        return holds != null && book.hasAny(holds, words);
    }

    private static boolean matches(Utterance words, Pattern shape) {
        return words.lower().stream().anyMatch(word -> shape.matcher(word).matches());
    }

    /// A name shortly after a preposition: "in Brussels", "across the Netherlands".
    private boolean namesAPlace(Utterance words, Utterance question, Phrasebook book) {
        return names(words, question).anyMatch(at -> isAfterPreposition(words, at, book));
    }

    /// Where the words stand that look like names.
    private static IntStream names(Utterance words, Utterance question) {
        return IntStream.range(1, words.size())
                .filter(words::isName)
                .filter(at -> !question.lower().contains(words.lower().get(at)));
    }

    /// "to NATO Julianne Smith" isn't: another name stands between.
    private boolean isAfterPreposition(Utterance words, int at, Phrasebook book) {
        return holds != null
                && IntStream.iterate(at - 1, before -> before - 1)
                        .limit(Math.min(at, BETWEEN))
                        .takeWhile(before -> !words.isName(before))
                        .mapToObj(words.lower()::get)
                        .anyMatch(word -> book.has(holds, word));
    }
}
