package dev.verbatim.answer;

import dev.verbatim.answer.FollowUpSearch.Constraint;
import dev.verbatim.answer.FollowUpSearch.SentenceQuery;
import dev.verbatim.answer.FollowUpSearch.TermCoverage;
import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
            case FollowUp.MoreAbout(var subject) ->
                    Optional.of(
                            nearestFirst(
                                    near -> moreAbout(subject, context, near), context, scope));
            case FollowUp.WhatAbout(var fragment) ->
                    Optional.of(
                            nearestFirst(
                                    near -> whatAbout(fragment, context, near), context, scope));
            case FollowUp.WhoSaid() -> navigator(context, scope).map(ArticleNavigator::whoSaid);
            case FollowUp.Said(var who) ->
                    navigator(context, scope).flatMap(shown -> shown.said(who));
            case FollowUp.SaidElse(var who) ->
                    navigator(context, scope).flatMap(shown -> shown.saidElse(who));
            case FollowUp.More() -> navigator(context, scope).map(shown -> more(shown, scope));
            case FollowUp.Next() -> navigator(context, scope).map(ArticleNavigator::next);
            case FollowUp.HappenedNext() -> navigator(context, scope).map(this::happenedNext);
            case FollowUp.Meaning() -> navigator(context, scope).map(ArticleNavigator::meaning);
            case FollowUp.Continued(var asked, var book) ->
                    navigator(context, scope)
                            .flatMap(
                                    shown ->
                                            search.nearby(
                                                    SentenceQuery.of(asked, book),
                                                    question.text(),
                                                    shown));
            case FollowUp.QuestionWord(var type) ->
                    navigator(context, scope).map(shown -> questionWord(type, shown));
            case FollowUp.PronounQuestion pronounQuestion ->
                    navigator(context, scope)
                            .flatMap(
                                    shown -> coreferences.answer(pronounQuestion, question, shown));
        };
    }

    /// Answers from the article that was shown last or, when it doesn't answer, from all.
    ///
    /// @param answering answers from the articles with some ids
    private static DialogueContext.Turn nearestFirst(
            Function<Set<String>, DialogueContext.Turn> answering,
            DialogueContext context,
            Set<String> scope) {
        return context.shown().reversed().stream()
                .limit(1)
                .map(DialogueContext.Shown::articleId)
                .filter(id -> scope.isEmpty() || scope.contains(id))
                .map(id -> answering.apply(Set.of(id)))
                .filter(turn -> turn.answer() instanceof Answer.Found)
                .findFirst()
                .orElseGet(() -> answering.apply(scope));
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
        DialogueContext.Turn turn =
                search.answer(
                        new Question(rewritten, scope),
                        context,
                        coverage::isBest,
                        new Constraint(
                                AnswerType.of(rewritten), Utterance.of(rewritten), coverage));
        return turn.answer() instanceof Answer.Found found
                        && asksForWords(Utterance.of(context.question()))
                ? context.followedBy(rewritten, withWordsOf(fragment, found))
                : turn;
    }

    private static boolean asksForWords(Utterance question) {
        Phrasebook book = Phrasebook.of(question);
        return AnswerType.of(question, book) == AnswerType.ANY
                && book.hasAny(PhraseClass.SAYING, question);
    }

    /// "What did she say?" and "and Voss?" ask for the words of Voss, and not where he is named.
    private static Answer.Found withWordsOf(Utterance fragment, Answer.Found found) {
        Passage passage = found.passage();
        var speakers = new SpeakerLookup(passage.article());
        return speakers.namedIn(fragment)
                .filter(speaker -> speakers.isQuoted(speaker, passage))
                .findFirst()
                .map(speaker -> speakers.firstQuotedSentence(speaker, passage))
                .map(words -> AnswerSelector.found(passage, words, found.confidence()))
                .orElse(found);
    }

    /// The sentence that was shown may say it already, or the others of its passage.
    private DialogueContext.Turn questionWord(AnswerType type, ArticleNavigator shown) {
        String rewritten = QueryRewriter.replaceQuestionWord(type, shown.context().question());
        return search.nearby(SentenceQuery.of(type), rewritten, shown)
                .orElseGet(
                        () ->
                                search.answer(
                                        new Question(rewritten, Set.of(shown.article().id())),
                                        shown.context(),
                                        _ -> true,
                                        new Constraint(
                                                type, Utterance.of(rewritten), TermCoverage.NONE)));
    }
}
