package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Answers what goes back to what was said before.
///
/// The context never answers. It puts words into the question, and it rules passages out: those
/// that were shown when more is asked for, those of others when somebody's words are. Above all
/// what the new question says itself must be in the passage, or the earlier question, which the
/// articles do answer, would be answered again. Then the passage is as sure as any, or isn't shown.
final class InContext {

    private final PassageRetriever retriever;
    private final Weighing weighing;
    private final Antecedent antecedent;

    InContext(PassageRetriever retriever, Assessor assessor) {
        this.retriever = retriever;
        weighing = new Weighing(retriever, assessor);
        antecedent = new Antecedent(weighing);
    }

    /// Nothing when the question stands by itself, or when what it goes back to isn't there.
    Optional<Exchange> answer(Question question, Context context) {
        return context.question().isEmpty()
                ? Optional.empty()
                : FollowUpReader.read(question.text())
                        .flatMap(followUp -> answer(followUp, question, context));
    }

    private Optional<Exchange> answer(FollowUp followUp, Question question, Context context) {
        Set<String> scope = question.articleIds();
        return switch (followUp) {
            case FollowUp.MoreAbout(var subject) -> Optional.of(moreAbout(subject, context, scope));
            case FollowUp.WhatAbout(var fragment) ->
                    Optional.of(whatAbout(fragment, context, scope));
            case FollowUp.WhoSaid() -> recalled(context, scope).map(Leafing::whoSaid);
            case FollowUp.SaidElse(var who) ->
                    recalled(context, scope).flatMap(last -> Leafing.saidElse(who, last));
            case FollowUp.More() -> recalled(context, scope).map(last -> more(last, scope));
            case FollowUp.Next() -> recalled(context, scope).map(Leafing::next);
            case FollowUp.HappenedNext() -> recalled(context, scope).map(this::happenedNext);
            case FollowUp.Meaning() -> recalled(context, scope).map(Leafing::meaning);
            case FollowUp.Asking(var kind) ->
                    recalled(context, scope).map(last -> asking(kind, last));
            case FollowUp.Referring referring ->
                    recalled(context, scope)
                            .flatMap(last -> antecedent.answer(referring, question, last));
        };
    }

    /// Costs a search.
    private Optional<Recalled> recalled(Context context, Set<String> scope) {
        return Recalled.of(context, retriever, scope);
    }

    /// Another passage that answers the earlier question or, since few are sure enough beside the
    /// one that was shown, the neighbour that goes on about it.
    private Exchange more(Recalled last, Set<String> scope) {
        Context context = last.context();
        Exchange another =
                weighing.weigh(
                        new Question(context.question(), scope),
                        context,
                        passage -> !context.hasShown(passage),
                        Wanted.ANYTHING);
        return another.answer() instanceof Answer.Found ? another : readOn(last, last.neighbours());
    }

    private Exchange happenedNext(Recalled last) {
        return readOn(last, last.later().limit(1));
    }

    private Exchange readOn(Recalled last, Stream<Passage> passages) {
        Utterance topic = Rewording.topic(last.context().question());
        Coverage coverage = weighing.coverage(topic, Set.of(last.article().id()));
        return Leafing.readOn(last, passages, coverage);
    }

    private Exchange moreAbout(Utterance subject, Context context, Set<String> scope) {
        Coverage coverage = weighing.coverage(subject, scope);
        return weighing.weigh(
                new Question(subject.text(), scope),
                context,
                passage -> coverage.isBest(passage) && !context.hasShown(passage),
                new Wanted(AnswerKind.ANY, Utterance.of(""), coverage));
    }

    private Exchange whatAbout(Utterance fragment, Context context, Set<String> scope) {
        Coverage coverage = weighing.coverage(fragment, scope);
        String reworded = Rewording.instead(fragment, context.question());
        return weighing.weigh(
                new Question(reworded, scope),
                context,
                coverage::isBest,
                new Wanted(AnswerKind.of(reworded), Utterance.of(reworded), coverage));
    }

    private Exchange asking(AnswerKind kind, Recalled last) {
        Context context = last.context();
        String reworded = Rewording.asking(kind, context.question());
        return weighing.weigh(
                new Question(reworded, Set.of(last.article().id())),
                context,
                _ -> true,
                new Wanted(kind, Utterance.of(reworded), Coverage.NONE));
    }
}
