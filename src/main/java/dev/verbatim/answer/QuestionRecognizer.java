package dev.verbatim.answer;

import java.util.regex.Pattern;

/// A recognizer of messages that ask something, among those that may as well be remarks.
///
/// A message asks when it has a question mark, is a follow-up such as "tell me more", or begins
/// with a question word that a verb or a thing comes after. In doubt it is a remark: a group is
/// disturbed more by an answer that nobody wanted than by none.
final class QuestionRecognizer {

    // Not in a web address.
    private static final Pattern QUESTION_MARK = Pattern.compile("[?？؟](?![\\w=&/%])");

    private QuestionRecognizer() {}

    static boolean asks(String message) {
        return SmallTalkClassifier.classify(message)
                .map(QuestionRecognizer::wantsReply)
                .orElseGet(
                        () ->
                                QUESTION_MARK.matcher(message).find()
                                        || isFollowUp(message)
                                        || beginsAsQuestion(message));
    }

    private static boolean wantsReply(Answer.Intent intent) {
        return switch (intent) {
            case ABOUT_THE_BOT, UNKNOWN_COMMAND -> true;
            case GREETING, THANKS, FAREWELL, ACKNOWLEDGMENT, NO_WORDS, NOISE -> false;
        };
    }

    /// Not what only has a pronoun, or begins with "and": so do most remarks.
    private static boolean isFollowUp(String message) {
        return FollowUpParser.parse(message)
                .filter(followUp -> !(followUp instanceof FollowUp.PronounQuestion))
                .filter(followUp -> !(followUp instanceof FollowUp.WhatAbout))
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
