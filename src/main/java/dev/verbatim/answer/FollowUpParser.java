package dev.verbatim.answer;

import dev.verbatim.answer.FollowUp.PronounQuestion;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A parser that recognises texts which can't be understood without what was said before.
///
/// In doubt a text counts as a question that is clear by itself. Whole messages are looked up in
/// the phrasebooks of all languages, since a word or two don't reveal the language. Pronouns are
/// looked for in the most likely language only.
final class FollowUpParser {

    private static final int MAX_NAME_WORDS = 3;

    /// With more words after its "and" a text is a sentence.
    private static final int MAX_FRAGMENT_WORDS = 5;

    /// The forms of whole messages, in the order in which they are tried.
    private static final List<Form> FORMS =
            List.of(
                    Form.fixed(PhraseClass.WHO_SAID, new FollowUp.WhoSaid()),
                    Form.fixed(PhraseClass.MORE, new FollowUp.More()),
                    Form.fixed(PhraseClass.NEXT, new FollowUp.Next()),
                    Form.fixed(PhraseClass.HAPPENED_NEXT, new FollowUp.HappenedNext()),
                    new Form(
                            PhraseClass.SAID_ELSE,
                            FollowUpParser::isPronounOrName,
                            FollowUp.SaidElse::new),
                    new Form(PhraseClass.SAID, FollowUpParser::isPronoun, FollowUp.Said::new),
                    new Form(
                            PhraseClass.MEANING,
                            FollowUpParser::isPronoun,
                            _ -> new FollowUp.Meaning()),
                    new Form(
                            PhraseClass.MORE_ABOUT,
                            FollowUpParser::isSubject,
                            FollowUp.MoreAbout::new),
                    new Form(
                            PhraseClass.WHAT_ABOUT,
                            FollowUpParser::isSubject,
                            FollowUp.WhatAbout::new));

    private FollowUpParser() {}

    /// The follow-up that a text is; empty when it is clear by itself.
    static Optional<FollowUp> parse(String text) {
        Utterance utterance = Utterance.of(text);
        if (Phrasebook.all().stream().anyMatch(book -> isSelfContained(utterance, book))) {
            return Optional.empty();
        }
        Phrasebook likely = Phrasebook.of(utterance);
        return inAnyLanguage(utterance, FollowUpParser::wholeMessage)
                .or(() -> inAnyLanguage(utterance, FollowUpParser::questionWord))
                .or(() -> inAnyLanguage(utterance, FollowUpParser::fragment))
                .or(() -> PronounQuestion.find(likely.withoutOpener(utterance), likely))
                .or(() -> continued(utterance, likely));
    }

    private static boolean isSelfContained(Utterance utterance, Phrasebook book) {
        return book.gaps(PhraseClass.APART, book.withoutOpener(utterance)).findAny().isPresent();
    }

    private static Optional<FollowUp> inAnyLanguage(
            Utterance utterance, BiFunction<Utterance, Phrasebook, Optional<FollowUp>> parser) {
        return Phrasebook.all().stream()
                .map(book -> parser.apply(utterance, book))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<FollowUp> wholeMessage(Utterance utterance, Phrasebook book) {
        return Stream.of(utterance, book.withoutOpener(utterance))
                .flatMap(words -> FORMS.stream().map(form -> form.match(words, book)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// A form that a whole message may have.
    ///
    /// @param phrases of which the message must be one
    /// @param gapTest what the words in the phrase's gap must be
    /// @param followUp made from the words in the gap
    private record Form(
            PhraseClass phrases,
            BiPredicate<Utterance, Phrasebook> gapTest,
            Function<Utterance, FollowUp> followUp) {

        static Form fixed(PhraseClass phrases, FollowUp followUp) {
            return new Form(phrases, (gap, _) -> gap.isEmpty(), _ -> followUp);
        }

        Optional<FollowUp> match(Utterance words, Phrasebook book) {
            return book.gaps(phrases, words)
                    .filter(gap -> gapTest.test(gap, book))
                    .findFirst()
                    .map(followUp);
        }
    }

    private static boolean isPronounOrName(Utterance gap, Phrasebook book) {
        return isPronoun(gap, book) || (gap.size() <= MAX_NAME_WORDS && isName(gap));
    }

    /// Or nothing, where the language can leave the pronoun out.
    private static boolean isPronoun(Utterance gap, Phrasebook book) {
        return gap.isEmpty()
                || (gap.size() == 1 && PronounQuestion.isPronoun(gap.lower().getFirst(), book));
    }

    private static boolean isName(Utterance gap) {
        return gap.words().stream().allMatch(word -> Character.isUpperCase(word.codePointAt(0)));
    }

    /// Something to search for, but not so much that the text is clear by itself.
    private static boolean isSubject(Utterance gap, Phrasebook book) {
        int contentWords = book.content(gap).size();
        return contentWords > 0 && contentWords < PronounQuestion.SELF_CONTAINED;
    }

    /// Nothing but a question word and function words.
    private static Optional<FollowUp> questionWord(Utterance utterance, Phrasebook book) {
        Utterance question = book.withoutOpener(utterance);
        AnswerType type = AnswerType.of(question, book);
        Utterance rest = question.from(AnswerType.questionWords(question, book));
        return type != AnswerType.ANY && book.content(rest).isEmpty()
                ? Optional.of(new FollowUp.QuestionWord(type))
                : Optional.empty();
    }

    /// "And Finland?", "and in 2019?", but not "and who is that?".
    private static Optional<FollowUp> fragment(Utterance utterance, Phrasebook book) {
        int and = book.opening(PhraseClass.AND, utterance);
        Utterance rest = utterance.from(and);
        return and > 0 && isFragment(rest, book)
                ? Optional.of(new FollowUp.WhatAbout(rest))
                : Optional.empty();
    }

    /// "And who equalised?", but not "and who is Putin?".
    private static Optional<FollowUp> continued(Utterance utterance, Phrasebook book) {
        Utterance question = utterance.from(book.opening(PhraseClass.AND, utterance));
        boolean isContinued =
                question.size() < utterance.size()
                        && AnswerType.questionWords(question, book) > 0
                        && isSubject(question, book)
                        && IntStream.range(0, question.size()).noneMatch(question::isName);
        return isContinued ? Optional.of(new FollowUp.Continued(question, book)) : Optional.empty();
    }

    private static boolean isFragment(Utterance rest, Phrasebook book) {
        return rest.size() <= MAX_FRAGMENT_WORDS
                && isSubject(rest, book)
                && !book.has(PhraseClass.AUXILIARY, rest.lower().getFirst())
                && AnswerType.questionWords(rest, book) == 0
                && rest.lower().stream().noneMatch(word -> PronounQuestion.isPronoun(word, book));
    }
}
