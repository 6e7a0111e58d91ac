package dev.verbatim.answer;

import dev.verbatim.language.WordTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A recognizer of messages that ask something, among those that may as well be remarks.
///
/// A message asks when it has a question mark, is a follow-up such as "tell me more" or an
/// [EllipticalQuestion], or begins with a question word that a verb or a thing comes after. In
/// doubt it is a remark: a group is disturbed more by an answer that nobody wanted than by none.
final class QuestionRecognizer {

    // Not in a web address.
    private static final Pattern QUESTION_MARK = Pattern.compile("[?？؟](?![\\w=&/%])");

    // After a question mark, before the next question.
    private static final Pattern QUESTION_END = Pattern.compile("(?<=[?？؟])\\s++(?=\\S)");

    /// More are an examination.
    private static final int MAX_QUESTIONS = 3;

    /// A question has at least so many words.
    private static final int MIN_WORDS = 3;

    private QuestionRecognizer() {}

    static boolean asks(String message) {
        return SmallTalkClassifier.classify(message)
                .map(QuestionRecognizer::wantsReply)
                .orElseGet(
                        () ->
                                QUESTION_MARK.matcher(message).find()
                                        || isFollowUp(message)
                                        || EllipticalQuestion.is(message)
                                        || isRequest(message)
                                        || beginsAsQuestion(message));
    }

    /// The questions of a message, each with what stands before it: two questions in one message
    /// are asked for one after the other. The whole message when it asks one or none.
    static List<String> split(String message) {
        List<String> questions = new ArrayList<>();
        for (String part : QUESTION_END.split(message.strip(), -1)) {
            questions.addAll(splitAtConjunction(part));
        }
        boolean areQuestions =
                questions.size() <= MAX_QUESTIONS
                        && questions.stream().allMatch(QuestionRecognizer::isWholeQuestion);
        return areQuestions ? List.copyOf(questions) : List.of(message);
    }

    /// "Who won and how many people came?", but not "when and where do they meet?".
    private static List<String> splitAtConjunction(String part) {
        List<WordTokenizer.Word> words = WordTokenizer.PLAIN.words(part).toList();
        Phrasebook book = Phrasebook.of(Utterance.of(part));
        return IntStream.range(MIN_WORDS, words.size() - MIN_WORDS)
                .filter(at -> book.has(PhraseClass.AND, words.get(at).lower()))
                .mapToObj(
                        at ->
                                List.of(
                                        part.substring(0, words.get(at).start()).strip() + "?",
                                        part.substring(words.get(at).end()).strip()))
                .filter(both -> both.stream().allMatch(one -> isClause(one, book)))
                .findFirst()
                .orElseGet(() -> List.of(part));
    }

    /// Whether a text begins with a question word and goes on with a verb and a subject.
    private static boolean isClause(String text, Phrasebook book) {
        Utterance utterance = Utterance.of(text);
        int words = AnswerType.questionWords(utterance, book);
        return words > 0
                && utterance.size() >= words + 2
                && !book.content(utterance.from(words)).isEmpty()
                && beginsAsQuestion(text);
    }

    private static boolean isWholeQuestion(String part) {
        return QUESTION_MARK.matcher(part).find() && Utterance.of(part).size() >= 2;
    }

    private static boolean wantsReply(Answer.Intent intent) {
        return switch (intent) {
            case ABOUT_THE_BOT, UNKNOWN_COMMAND -> true;
            case GREETING, THANKS, FAREWELL, ACKNOWLEDGMENT, NO_WORDS, NOISE -> false;
        };
    }

    /// "True" and "fake news" are remarks without a question mark.
    private static boolean isRequest(String message) {
        return ArticleRequest.parse(message)
                .filter(request -> request.kind() != ArticleRequest.Kind.TRUTH)
                .isPresent();
    }

    /// Not what only has a pronoun, or begins with "and": so do most remarks.
    private static boolean isFollowUp(String message) {
        return FollowUpParser.parse(message)
                .filter(followUp -> !(followUp instanceof FollowUp.PronounQuestion))
                .filter(followUp -> !(followUp instanceof FollowUp.WhatAbout))
                .filter(followUp -> !(followUp instanceof FollowUp.Continued))
                .isPresent();
    }

    /// "What did she say", but not "what a day".
    private static boolean beginsAsQuestion(String message) {
        Utterance utterance = Utterance.of(message);
        Phrasebook book = Phrasebook.of(utterance);
        Utterance opened = book.withoutOpener(utterance);
        int words = AnswerType.questionWords(opened, book);
        if (words == 0 || words == opened.size() || message.strip().endsWith("!")) {
            return false;
        }
        String next = opened.lower().get(words);
        return book.has(PhraseClass.AUXILIARY, next) || !book.isFunctionWord(next);
    }
}
