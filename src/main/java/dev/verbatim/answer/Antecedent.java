package dev.verbatim.answer;

import dev.verbatim.article.Speaker;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.Optional;

/// Answers a question whose subject is a pronoun, with what the pronoun stands for.
record Antecedent(Weighing weighing) {

    /// Nothing when the question is rather one by itself.
    Optional<Exchange> answer(FollowUp.Referring referring, Question question, Recalled last) {
        return referring.asksForWords()
                ? last.person(referring.who())
                        .map(speaker -> wordsOn(referring, speaker, question, last))
                        .or(() -> notOf(referring.who(), question, last))
                : subject(referring, question, last);
    }

    /// Somebody is meant whom the context doesn't tell, and the article's "she" isn't the "he" of
    /// the question.
    private Optional<Exchange> notOf(Utterance who, Question question, Recalled last) {
        Ranking ranking = weighing.retriever().retrieve(question, Assessor.CANDIDATES);
        return weighing.assessor().answer(question, ranking) instanceof Answer.Found found
                        && found.speaker() != null
                        && !new Voices(found.passage().article()).mayBeCalled(found.speaker(), who)
                ? Optional.of(new Exchange(Assessor.none(ranking), last.context()))
                : Optional.empty();
    }

    private Exchange wordsOn(
            FollowUp.Referring referring, Speaker speaker, Question question, Recalled last) {
        Coverage coverage = weighing.coverage(referring.question(), question.articleIds());
        Context context = last.context();
        return weighing.weigh(
                new Question(Rewording.naming(speaker.name(), referring), question.articleIds()),
                context,
                passage ->
                        coverage.isBest(passage)
                                && new Voices(passage.article()).speaksIn(speaker, passage)
                                && !(referring.asksForOther() && context.hasShown(passage)),
                new Wanted(AnswerKind.ANY, referring.question(), coverage));
    }

    /// Nothing when the question, which has some words of its own, is rather one by itself.
    private Optional<Exchange> subject(
            FollowUp.Referring referring, Question question, Recalled last) {
        Coverage coverage = weighing.coverage(referring.question(), question.articleIds());
        String reworded = reworded(referring, last);
        Exchange exchange =
                weighing.weigh(
                        new Question(reworded, question.articleIds()),
                        last.context(),
                        coverage::isBest,
                        new Wanted(referring.kind(), Utterance.of(reworded), coverage));
        return exchange.answer() instanceof Answer.Found || referring.content().size() == 1
                ? Optional.of(likeByItself(exchange, question))
                : byItself(question, last);
    }

    /// Nothing when the articles answer the question by itself. When they don't, the context is
    /// kept: the next question may still go back to it.
    private Optional<Exchange> byItself(Question question, Recalled last) {
        Answer alone = weighing.assessor().answer(question);
        return alone instanceof Answer.Found
                ? Optional.empty()
                : Optional.of(new Exchange(alone, last.context()));
    }

    /// The answer that the question has by itself, when that is the same passage.
    private Exchange likeByItself(Exchange exchange, Question question) {
        return exchange.answer() instanceof Answer.Found found
                        && weighing.assessor().answer(question) instanceof Answer.Found alone
                        && alone.passage().equals(found.passage())
                ? new Exchange(alone, exchange.context())
                : exchange;
    }

    private static String reworded(FollowUp.Referring referring, Recalled last) {
        Optional<Speaker> person =
                referring.isPerson() ? last.person(referring.who()) : Optional.empty();
        return person.map(speaker -> Rewording.naming(speaker.name(), referring))
                .orElseGet(
                        () ->
                                Rewording.about(
                                        Rewording.topic(last.context().question()).text(),
                                        referring.question()));
    }
}
