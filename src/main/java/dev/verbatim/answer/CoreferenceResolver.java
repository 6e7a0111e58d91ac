package dev.verbatim.answer;

import dev.verbatim.article.Speaker;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.Optional;

/// Answers a question whose subject is a pronoun, with what the pronoun stands for.
record CoreferenceResolver(FollowUpSearch retriever) {

    /// Nothing when the question is rather one by itself.
    Optional<DialogueTurn> answer(
            FollowUp.Referring referring, Question question, PreviousAnswer last) {
        return referring.asksForWords()
                ? last.person(referring.who())
                        .map(speaker -> wordsOn(referring, speaker, question, last))
                        .or(() -> notOf(referring.who(), question, last))
                : subject(referring, question, last);
    }

    /// Somebody is meant whom the context doesn't tell, and the article's "she" isn't the "he" of
    /// the question.
    private Optional<DialogueTurn> notOf(Utterance who, Question question, PreviousAnswer last) {
        Ranking ranking = retriever.retriever().retrieve(question, AnswerSelector.CANDIDATES);
        return retriever.selector().answer(question, ranking) instanceof Answer.Found found
                        && found.speaker() != null
                        && !new SpeakerLookup(found.passage().article())
                                .mayBeCalled(found.speaker(), who)
                ? Optional.of(new DialogueTurn(AnswerSelector.none(ranking), last.context()))
                : Optional.empty();
    }

    private DialogueTurn wordsOn(
            FollowUp.Referring referring, Speaker speaker, Question question, PreviousAnswer last) {
        TermCoverage termCoverage = retriever.coverage(referring.question(), question.articleIds());
        DialogueContext context = last.context();
        return retriever.weigh(
                new Question(
                        QueryRewriter.naming(speaker.name(), referring), question.articleIds()),
                context,
                passage ->
                        termCoverage.isBest(passage)
                                && new SpeakerLookup(passage.article()).speaksIn(speaker, passage)
                                && !(referring.asksForOther() && context.hasShown(passage)),
                new AnswerConstraint(AnswerType.ANY, referring.question(), termCoverage));
    }

    /// Nothing when the question, which has some words of its own, is rather one by itself.
    private Optional<DialogueTurn> subject(
            FollowUp.Referring referring, Question question, PreviousAnswer last) {
        TermCoverage termCoverage = retriever.coverage(referring.question(), question.articleIds());
        String reworded = reworded(referring, last);
        DialogueTurn dialogueTurn =
                retriever.weigh(
                        new Question(reworded, question.articleIds()),
                        last.context(),
                        termCoverage::isBest,
                        new AnswerConstraint(
                                referring.kind(), Utterance.of(reworded), termCoverage));
        return dialogueTurn.answer() instanceof Answer.Found || referring.content().size() == 1
                ? Optional.of(likeByItself(dialogueTurn, question))
                : byItself(question, last);
    }

    /// Nothing when the articles answer the question by itself. When they don't, the context is
    /// kept: the next question may still go back to it.
    private Optional<DialogueTurn> byItself(Question question, PreviousAnswer last) {
        Answer alone = retriever.selector().answer(question);
        return alone instanceof Answer.Found
                ? Optional.empty()
                : Optional.of(new DialogueTurn(alone, last.context()));
    }

    /// The answer that the question has by itself, when that is the same passage.
    private DialogueTurn likeByItself(DialogueTurn dialogueTurn, Question question) {
        return dialogueTurn.answer() instanceof Answer.Found found
                        && retriever.selector().answer(question) instanceof Answer.Found alone
                        && alone.passage().equals(found.passage())
                ? new DialogueTurn(alone, dialogueTurn.context())
                : dialogueTurn;
    }

    private static String reworded(FollowUp.Referring referring, PreviousAnswer last) {
        Optional<Speaker> person =
                referring.isPerson() ? last.person(referring.who()) : Optional.empty();
        return person.map(speaker -> QueryRewriter.naming(speaker.name(), referring))
                .orElseGet(
                        () ->
                                QueryRewriter.about(
                                        QueryRewriter.topic(last.context().question()).text(),
                                        referring.question()));
    }
}
