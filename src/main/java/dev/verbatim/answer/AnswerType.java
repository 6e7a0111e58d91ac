package dev.verbatim.answer;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A type of answer that a question expects, such as a time or a place; tells which sentences have
/// an answer of that type.
enum AnswerType {
    TIME(PhraseClass.ASK_TIME, PhraseClass.HOLDS_TIME),
    PLACE(PhraseClass.ASK_PLACE, PhraseClass.HOLDS_PLACE),
    NUMBER(PhraseClass.ASK_NUMBER, PhraseClass.HOLDS_NUMBER),
    PERSON(PhraseClass.ASK_PERSON, null),
    REASON(PhraseClass.ASK_REASON, PhraseClass.HOLDS_REASON),
    /// The question doesn't tell, so that every sentence may have the answer.
    ANY(PhraseClass.ASK_OTHER, null);

    /// How many words before a name its preposition may be: "in downtown Kyiv".
    private static final int PREPOSITION_DISTANCE = 2;

    private static final Pattern YEAR = Pattern.compile("(1\\d|20)\\d\\d");

    /// A year is no answer to "how many".
    private static final Pattern NUMERAL = Pattern.compile("(?!(?:1\\d|20)\\d\\d$)\\p{Nd}++");

    private final PhraseClass questionPhrases;
    private final @Nullable PhraseClass answerWords;

    AnswerType(PhraseClass questionPhrases, @Nullable PhraseClass answerWords) {
        this.questionPhrases = questionPhrases;
        this.answerWords = answerWords;
    }

    /// The type that a question's first words ask for.
    static AnswerType of(Utterance question, Phrasebook book) {
        Utterance opened = book.withoutOpener(question);
        return Arrays.stream(values())
                .filter(type -> type != ANY && book.opening(type.questionPhrases, opened) > 0)
                .findFirst()
                .orElse(ANY);
    }

    static AnswerType of(String question) {
        Utterance utterance = Utterance.of(question);
        return of(utterance, Phrasebook.of(utterance));
    }

    /// How many words the question phrase has that a question begins with; 0 when there is none.
    static int questionWords(Utterance question, Phrasebook book) {
        return Arrays.stream(values())
                .mapToInt(type -> book.opening(type.questionPhrases, question))
                .max()
                .orElse(0);
    }

    /// The plainest question word for this type.
    String questionWord(Phrasebook book) {
        return book.plainest(questionPhrases);
    }

    /// Whether a sentence has an answer of this type. A name that is in the question doesn't answer
    /// it.
    ///
    /// @param book of the sentence's language
    boolean occursIn(String sentence, Utterance question, Phrasebook book) {
        Utterance words = Utterance.of(sentence);
        return switch (this) {
            case TIME -> hasAnswerWord(words, book) || hasMatch(words, YEAR) || isInMay(words);
            case NUMBER -> hasAnswerWord(words, book) || hasMatch(words, NUMERAL);
            case REASON -> hasAnswerWord(words, book);
            case PLACE -> hasPlaceName(words, question, book);
            case PERSON -> names(words, question).findAny().isPresent();
            case ANY -> true;
        };
    }

    /// In lower case it is a verb.
    private static boolean isInMay(Utterance words) {
        return words.size() > 1 && words.from(1).words().contains("May");
    }

    private boolean hasAnswerWord(Utterance words, Phrasebook book) {
        return answerWords != null && book.hasAny(answerWords, words);
    }

    private static boolean hasMatch(Utterance words, Pattern pattern) {
        return words.lower().stream().anyMatch(word -> pattern.matcher(word).matches());
    }

    /// A name shortly after a preposition: "in Brussels", "across the Netherlands".
    private boolean hasPlaceName(Utterance words, Utterance question, Phrasebook book) {
        return names(words, question)
                .filter(at -> !book.has(PhraseClass.HOLDS_TIME, words.lower().get(at)))
                .anyMatch(at -> isAfterPreposition(words, at, book));
    }

    /// The indices of the words that look like names and aren't in the question.
    private static IntStream names(Utterance words, Utterance question) {
        return IntStream.range(1, words.size())
                .filter(words::isName)
                .filter(at -> !question.lower().contains(words.lower().get(at)));
    }

    /// Not with another name in between: "to NATO Julianne Smith".
    private boolean isAfterPreposition(Utterance words, int at, Phrasebook book) {
        return answerWords != null
                && IntStream.iterate(at - 1, before -> before - 1)
                        .limit(Math.min(at, PREPOSITION_DISTANCE))
                        .takeWhile(before -> !words.isName(before))
                        .mapToObj(words.lower()::get)
                        .anyMatch(word -> book.has(answerWords, word));
    }
}
