package dev.verbatim.answer;

import dev.verbatim.answer.FollowUpSearch.Constraint;
import dev.verbatim.answer.FollowUpSearch.TermCoverage;
import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An answerer of questions that refer back to what was said before.
///
/// The context never answers. It adds words to the question, and it rules out passages: those that
/// were shown when the user asks for more, and those of other people when the user asks for
/// somebody's words. Above all, the passage must have what the follow-up says itself. Otherwise the
/// earlier question, which the articles do answer, would be answered again. What is left must be as
/// sure as any other answer.
final class FollowUpAnswerer {

    private final PassageRetriever retriever;
    private final FollowUpSearch search;
    private final CoreferenceResolver coreferences;

    FollowUpAnswerer(PassageRetriever retriever, AnswerSelector selector) {
        this.retriever = retriever;
        search = new FollowUpSearch(retriever, selector);
        coreferences = new CoreferenceResolver(retriever, selector, search);
    }

    /// The answer to a follow-up; empty when the question is clear by itself, or when what it
    /// refers to is gone.
    Optional<DialogueContext.Turn> answer(Question question, DialogueContext context) {
        return context.question().isEmpty()
                ? Optional.empty()
                : FollowUpParser.parse(question.text())
                        .flatMap(followUp -> answer(followUp, question, context));
    }

    private Optional<DialogueContext.Turn> answer(
            FollowUp followUp, Question question, DialogueContext context) {
        Set<String> scope = question.articleIds();
        return switch (followUp) {
            case FollowUp.MoreAbout(var subject) -> Optional.of(moreAbout(subject, context, scope));
            case FollowUp.WhatAbout(var fragment) ->
                    Optional.of(whatAbout(fragment, context, scope));
            case FollowUp.WhoSaid() -> navigator(context, scope).map(ArticleNavigator::whoSaid);
            case FollowUp.SaidElse(var who) ->
                    navigator(context, scope).flatMap(shown -> shown.saidElse(who));
            case FollowUp.More() -> navigator(context, scope).map(shown -> more(shown, scope));
            case FollowUp.Next() -> navigator(context, scope).map(ArticleNavigator::next);
            case FollowUp.HappenedNext() -> navigator(context, scope).map(this::happenedNext);
            case FollowUp.Meaning() -> navigator(context, scope).map(ArticleNavigator::meaning);
            case FollowUp.QuestionWord(var type) ->
                    navigator(context, scope).map(shown -> questionWord(type, shown));
            case FollowUp.PronounQuestion pronounQuestion ->
                    navigator(context, scope)
                            .flatMap(
                                    shown -> coreferences.answer(pronounQuestion, question, shown));
        };
    }

    /// Costs a search.
    private Optional<ArticleNavigator> navigator(DialogueContext context, Set<String> scope) {
        return ArticleNavigator.atLastShown(context, retriever, scope);
    }

    /// Another passage that answers the earlier question. Few are sure enough beside the one that
    /// was shown, so in most cases it is a neighbour that continues with the subject.
    private DialogueContext.Turn more(ArticleNavigator shown, Set<String> scope) {
        DialogueContext context = shown.context();
        DialogueContext.Turn another =
                search.answer(
                        new Question(context.question(), scope),
                        context,
                        passage -> !context.hasShown(passage),
                        Constraint.NONE);
        return another.answer() instanceof Answer.Found
                ? another
                : continuation(shown, shown.neighbours());
    }

    private DialogueContext.Turn happenedNext(ArticleNavigator shown) {
        return continuation(shown, shown.later().limit(1));
    }

    private DialogueContext.Turn continuation(ArticleNavigator shown, Stream<Passage> passages) {
        Utterance topic = QueryRewriter.topic(shown.context().question());
        TermCoverage coverage = search.coverage(topic, Set.of(shown.article().id()));
        return shown.continuation(passages, coverage);
    }

    private DialogueContext.Turn moreAbout(
            Utterance subject, DialogueContext context, Set<String> scope) {
        TermCoverage coverage = search.coverage(subject, scope);
        return search.answer(
                new Question(subject.text(), scope),
                context,
                passage -> coverage.isBest(passage) && !context.hasShown(passage),
                Constraint.ofWords(coverage));
    }

    private DialogueContext.Turn whatAbout(
            Utterance fragment, DialogueContext context, Set<String> scope) {
        TermCoverage coverage = search.coverage(fragment, scope);
        String rewritten = QueryRewriter.replaceSubject(fragment, context.question());
        return search.answer(
                new Question(rewritten, scope),
                context,
                coverage::isBest,
                new Constraint(AnswerType.of(rewritten), Utterance.of(rewritten), coverage));
    }

    private DialogueContext.Turn questionWord(AnswerType type, ArticleNavigator shown) {
        DialogueContext context = shown.context();
        String rewritten = QueryRewriter.replaceQuestionWord(type, context.question());
        return search.answer(
                new Question(rewritten, Set.of(shown.article().id())),
                context,
                _ -> true,
                new Constraint(type, Utterance.of(rewritten), TermCoverage.NONE));
    }
}
