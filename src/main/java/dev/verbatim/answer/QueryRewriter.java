package dev.verbatim.answer;

import java.util.stream.IntStream;

/// Puts what was asked before into a question that lacks it, with the words of both.
final class QueryRewriter {

    private QueryRewriter() {}

    /// The earlier question, asked for something else: "where do they meet" and "when" make "when
    /// do they meet".
    static String asking(AnswerType kind, String earlier) {
        Utterance question = Utterance.of(earlier);
        Phrasebook book = Phrasebook.of(question);
        return kind.word(book) + " " + withoutAsking(question, book).text();
    }

    /// What the earlier question is about, without what it wanted to know.
    static Utterance topic(String earlier) {
        Utterance question = Utterance.of(earlier);
        Phrasebook book = Phrasebook.of(question);
        return book.content(withoutAsking(question, book));
    }

    private static Utterance withoutAsking(Utterance question, Phrasebook book) {
        Utterance asked = book.withoutOpener(question);
        return asked.from(AnswerType.asking(asked, book));
    }

    /// The question with the earlier one's topic at its end, for a pronoun that stands for a thing.
    static String about(String topic, Utterance question) {
        return question.text() + " " + topic;
    }

    /// The question with a name in place of a pronoun.
    static String naming(String name, FollowUp.Referring referring) {
        Utterance question = referring.question();
        return question.between(0, referring.pronoun()).text()
                + " "
                + name
                + " "
                + question.from(referring.pronoun() + 1).text();
    }

    /// The earlier question with the fragment in place of what it stands against: "about Y" of
    /// "about X", "the US" of the last name. At the end where there is nothing of that kind.
    static String instead(Utterance fragment, String earlier) {
        Utterance question = Utterance.of(earlier);
        int preposition = preposition(fragment, question);
        if (preposition > 0) {
            return question.between(0, preposition).text() + " " + fragment.text();
        }
        boolean isName = IntStream.range(0, fragment.size()).anyMatch(fragment::isCapitalised);
        int name = isName ? lastName(question) : -1;
        return name < 0
                ? question.text() + " " + fragment.text()
                : question.between(0, firstOf(question, name)).text()
                        + " "
                        + fragment.text()
                        + " "
                        + question.from(name + 1).text();
    }

    /// Where the fragment's preposition stands in a question; 0 or less when nowhere.
    private static int preposition(Utterance fragment, Utterance question) {
        String first = fragment.lower().getFirst();
        return Phrasebook.of(question).has(PhraseClass.PREPOSITION, first)
                ? question.lower().lastIndexOf(first)
                : -1;
    }

    private static int lastName(Utterance question) {
        return IntStream.range(0, question.size()).filter(question::isName).max().orElse(-1);
    }

    /// Where the name begins whose last word is known.
    private static int firstOf(Utterance question, int last) {
        int first = last;
        while (question.isName(first - 1)) {
            first--;
        }
        return first;
    }
}
