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
final class FollowUpAnswerer {

    private final PassageRetriever retriever;
    private final FollowUpSearch search;
    private final CoreferenceResolver coreferenceResolver;

    FollowUpAnswerer(PassageRetriever retriever, AnswerSelector selector) {
        this.retriever = retriever;
        search = new FollowUpSearch(retriever, selector);
        coreferenceResolver = new CoreferenceResolver(search);
    }

    /// Nothing when the question stands by itself, or when what it goes back to isn't there.
    Optional<DialogueTurn> answer(Question question, DialogueContext context) {
        return context.question().isEmpty()
                ? Optional.empty()
                : FollowUpParser.parse(question.text())
                        .flatMap(followUp -> answer(followUp, question, context));
    }

    private Optional<DialogueTurn> answer(
            FollowUp followUp, Question question, DialogueContext context) {
        Set<String> scope = question.articleIds();
        return switch (followUp) {
            case FollowUp.MoreAbout(var subject) -> Optional.of(moreAbout(subject, context, scope));
            case FollowUp.WhatAbout(var fragment) ->
                    Optional.of(whatAbout(fragment, context, scope));
            case FollowUp.WhoSaid() -> recalled(context, scope).map(ArticleNavigator::whoSaid);
            case FollowUp.SaidElse(var who) ->
                    recalled(context, scope).flatMap(last -> ArticleNavigator.saidElse(who, last));
            case FollowUp.More() -> recalled(context, scope).map(last -> more(last, scope));
            case FollowUp.Next() -> recalled(context, scope).map(ArticleNavigator::next);
            case FollowUp.HappenedNext() -> recalled(context, scope).map(this::happenedNext);
            case FollowUp.Meaning() -> recalled(context, scope).map(ArticleNavigator::meaning);
            case FollowUp.Asking(var kind) ->
                    recalled(context, scope).map(last -> asking(kind, last));
            case FollowUp.Referring referring ->
                    recalled(context, scope)
                            .flatMap(last -> coreferenceResolver.answer(referring, question, last));
        };
    }

    /// Costs a search.
    private Optional<PreviousAnswer> recalled(DialogueContext context, Set<String> scope) {
        return PreviousAnswer.of(context, retriever, scope);
    }

    /// Another passage that answers the earlier question or, since few are sure enough beside the
    /// one that was shown, the neighbour that goes on about it.
    private DialogueTurn more(PreviousAnswer last, Set<String> scope) {
        DialogueContext context = last.context();
        DialogueTurn another =
                search.weigh(
                        new Question(context.question(), scope),
                        context,
                        passage -> !context.hasShown(passage),
                        AnswerConstraint.ANYTHING);
        return another.answer() instanceof Answer.Found ? another : readOn(last, last.neighbours());
    }

    private DialogueTurn happenedNext(PreviousAnswer last) {
        return readOn(last, last.later().limit(1));
    }

    private DialogueTurn readOn(PreviousAnswer last, Stream<Passage> passages) {
        Utterance topic = QueryRewriter.topic(last.context().question());
        TermCoverage termCoverage = search.coverage(topic, Set.of(last.article().id()));
        return ArticleNavigator.readOn(last, passages, termCoverage);
    }

    private DialogueTurn moreAbout(Utterance subject, DialogueContext context, Set<String> scope) {
        TermCoverage termCoverage = search.coverage(subject, scope);
        return search.weigh(
                new Question(subject.text(), scope),
                context,
                passage -> termCoverage.isBest(passage) && !context.hasShown(passage),
                new AnswerConstraint(AnswerType.ANY, Utterance.of(""), termCoverage));
    }

    private DialogueTurn whatAbout(Utterance fragment, DialogueContext context, Set<String> scope) {
        TermCoverage termCoverage = search.coverage(fragment, scope);
        String reworded = QueryRewriter.instead(fragment, context.question());
        return search.weigh(
                new Question(reworded, scope),
                context,
                termCoverage::isBest,
                new AnswerConstraint(
                        AnswerType.of(reworded), Utterance.of(reworded), termCoverage));
    }

    private DialogueTurn asking(AnswerType kind, PreviousAnswer last) {
        DialogueContext context = last.context();
        String reworded = QueryRewriter.asking(kind, context.question());
        return search.weigh(
                new Question(reworded, Set.of(last.article().id())),
                context,
                _ -> true,
                new AnswerConstraint(kind, Utterance.of(reworded), TermCoverage.NONE));
    }
}
