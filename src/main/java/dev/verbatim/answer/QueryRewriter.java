package dev.verbatim.answer;

import dev.verbatim.answer.FollowUp.PronounQuestion;
import java.util.stream.IntStream;

/// Rewrites follow-ups into questions that are clear by themselves, with the words of the follow-up
/// and of the earlier question.
final class QueryRewriter {

    private QueryRewriter() {}

    /// The earlier question with another question word: "where do they meet" and "when" make "when
    /// do they meet".
    static String replaceQuestionWord(AnswerType type, String earlier) {
        Utterance question = Utterance.of(earlier);
        Phrasebook book = Phrasebook.of(question);
        return type.questionWord(book) + " " + withoutQuestionWord(question, book).text();
    }

    /// The content words of the earlier question, without its question word.
    static Utterance topic(String earlier) {
        Utterance question = Utterance.of(earlier);
        Phrasebook book = Phrasebook.of(question);
        return book.content(withoutQuestionWord(question, book));
    }

    private static Utterance withoutQuestionWord(Utterance question, Phrasebook book) {
        Utterance opened = book.withoutOpener(question);
        return opened.from(AnswerType.questionWords(opened, book));
    }

    /// The question followed by the earlier one's topic, for a pronoun that refers to a thing.
    static String appendTopic(Utterance question, String earlier) {
        return question.text() + " " + topic(earlier).text();
    }

    /// The question with a name in place of its pronoun.
    static String replacePronoun(PronounQuestion pronounQuestion, String name) {
        Utterance question = pronounQuestion.question();
        return question.between(0, pronounQuestion.pronoun()).text()
                + " "
                + name
                + " "
                + question.from(pronounQuestion.pronoun() + 1).text();
    }

    /// The earlier question with the fragment in place of its counterpart: "about Y" replaces
    /// "about X", "the US" replaces the last name. Where there is no counterpart, the fragment is
    /// appended.
    static String replaceSubject(Utterance fragment, String earlier) {
        Utterance question = Utterance.of(earlier);
        int preposition = indexOfPreposition(fragment, question);
        if (preposition > 0) {
            return question.between(0, preposition).text() + " " + fragment.text();
        }
        boolean isName = IntStream.range(0, fragment.size()).anyMatch(fragment::isCapitalised);
        int name = isName ? lastName(question) : -1;
        return name < 0
                ? question.text() + " " + fragment.text()
                : question.between(0, startOfName(question, name)).text()
                        + " "
                        + fragment.text()
                        + " "
                        + question.from(name + 1).text();
    }

    /// The index in the question of the fragment's preposition; -1 when there is none.
    private static int indexOfPreposition(Utterance fragment, Utterance question) {
        String first = fragment.lower().getFirst();
        return Phrasebook.of(question).has(PhraseClass.PREPOSITION, first)
                ? question.lower().lastIndexOf(first)
                : -1;
    }

    private static int lastName(Utterance question) {
        return IntStream.range(0, question.size()).filter(question::isName).max().orElse(-1);
    }

    /// The index of the first word of the name that ends at an index.
    private static int startOfName(Utterance question, int last) {
        int first = last;
        while (question.isName(first - 1)) {
            first--;
        }
        return first;
    }
}
