package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Answers what goes back to what was said before.
///
/// The context never answers. It puts words into the question, and it rules passages out: those
/// that were shown when more is asked for, those of others when somebody's words are. Above all
/// what the new question says itself must be in the passage, or the earlier question, which the
/// articles do answer, would be answered again. Then the passage is as sure as any, or isn't shown.
final class InContext {

    /// How many passages are looked through.
    private static final int EXAMINED = 50;

    /// What goes on about a subject has so much of its words, weighed by rarity: more than the name
    /// that all of an article is about.
    private static final double SAME_SUBJECT = 0.2;

    /// A pronoun means neighbours: the paragraph that explains another is the next one.
    private static final int NEXT_PARAGRAPH = 1;

    private final PassageRetriever retriever;
    private final Assessor assessor;

    InContext(PassageRetriever retriever, Assessor assessor) {
        this.retriever = retriever;
        this.assessor = assessor;
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
        Optional<Recalled> recalled = Recalled.of(context, retriever, scope);
        return switch (followUp) {
            case FollowUp.WhoSaid() -> recalled.map(InContext::whoSaid);
            case FollowUp.SaidElse(var who) -> recalled.flatMap(last -> saidElse(who, last));
            case FollowUp.More() -> recalled.map(last -> more(last, scope));
            case FollowUp.Next() -> recalled.map(InContext::next);
            case FollowUp.HappenedNext() -> recalled.map(this::happenedNext);
            case FollowUp.Meaning() -> recalled.map(InContext::meaning);
            case FollowUp.MoreAbout(var subject) -> Optional.of(moreAbout(subject, context, scope));
            case FollowUp.WhatAbout(var fragment) ->
                    Optional.of(whatAbout(fragment, context, scope));
            case FollowUp.Asking(var kind) -> recalled.map(last -> asking(kind, last));
            case FollowUp.Referring referring ->
                    recalled.flatMap(last -> referring(referring, question, last));
        };
    }

    private static Exchange whoSaid(Recalled last) {
        Passage passage = last.passage();
        TextSpan words = last.emphasis();
        Answer answer =
                last.speaker()
                        .<Answer>map(
                                speaker ->
                                        new Answer.Found(
                                                passage, words, speaker, Confidence.CERTAIN))
                        .orElseGet(() -> new Answer.Unattributed(passage, words));
        return new Exchange(answer, last.context());
    }

    private static Optional<Exchange> saidElse(Utterance who, Recalled last) {
        return last.person(who).map(speaker -> words(speaker, last.others(), last));
    }

    /// The first of these passages that has somebody's words.
    private static Exchange words(Speaker speaker, Stream<Passage> passages, Recalled last) {
        Answer answer =
                passages.filter(passage -> !quotations(speaker, passage).isEmpty())
                        .findFirst()
                        .map(passage -> Assessor.certain(passage, sentence(speaker, passage)))
                        .orElseGet(() -> Assessor.none(last.ranking()));
        return follow(last.context(), last.context().question(), answer);
    }

    private static List<Quotation> quotations(Speaker speaker, Passage passage) {
        return new Voices(passage.article()).of(speaker, passage.span());
    }

    /// The first sentence of a passage that has somebody's words.
    private static TextSpan sentence(Speaker speaker, Passage passage) {
        TextSpan words = quotations(speaker, passage).getFirst().content();
        return passage.sentences().stream()
                .filter(words::overlaps)
                .findFirst()
                .orElse(passage.span());
    }

    private static Exchange follow(Context context, String understood, Answer answer) {
        return answer instanceof Answer.Found
                ? new Exchange(answer, context.and(understood, answer))
                : new Exchange(answer, context);
    }

    /// Another passage that answers the earlier question or, since few are sure enough beside the
    /// one that was shown, the neighbour that goes on about it.
    private Exchange more(Recalled last, Set<String> scope) {
        Context context = last.context();
        Exchange another =
                weigh(
                        new Question(context.question(), scope),
                        context,
                        passage -> !context.hasShown(passage),
                        Wanted.ANYTHING);
        return another.answer() instanceof Answer.Found ? another : readOn(last, last.neighbours());
    }

    private Exchange happenedNext(Recalled last) {
        return readOn(last, last.later().limit(1));
    }

    /// The first of these passages that has the same speaker, or a word of what was asked about.
    private Exchange readOn(Recalled last, Stream<Passage> passages) {
        Utterance topic = Rewording.topic(last.context().question());
        Coverage coverage = coverage(topic, Set.of(last.article().id()));
        Answer answer =
                passages.filter(
                                passage ->
                                        coverage.of(passage) >= SAME_SUBJECT
                                                || last.goesOnIn(passage))
                        .findFirst()
                        .map(passage -> Assessor.certain(passage, opening(passage)))
                        .orElseGet(() -> Assessor.none(last.ranking()));
        return follow(last.context(), last.context().question(), answer);
    }

    private static Exchange next(Recalled last) {
        Answer answer =
                last.later()
                        .findFirst()
                        .map(passage -> Assessor.certain(passage, opening(passage)))
                        .orElseGet(() -> Assessor.none(last.ranking()));
        return follow(last.context(), last.context().question(), answer);
    }

    private static TextSpan opening(Passage passage) {
        return passage.sentences().stream().findFirst().orElse(passage.span());
    }

    /// What the same person says next explains what was said, if anything does.
    private static Exchange meaning(Recalled last) {
        int after = last.passage().paragraph() + NEXT_PARAGRAPH;
        return last.speaker()
                .map(
                        speaker ->
                                words(
                                        speaker,
                                        last.others().filter(other -> other.paragraph() == after),
                                        last))
                .orElseGet(() -> new Exchange(Assessor.none(last.ranking()), last.context()));
    }

    private Exchange moreAbout(Utterance subject, Context context, Set<String> scope) {
        Coverage coverage = coverage(subject, scope);
        return weigh(
                new Question(subject.text(), scope),
                context,
                passage -> coverage.isBest(passage) && !context.hasShown(passage),
                new Wanted(AnswerKind.ANY, Utterance.of(""), coverage));
    }

    private Exchange whatAbout(Utterance fragment, Context context, Set<String> scope) {
        Coverage coverage = coverage(fragment, scope);
        String reworded = Rewording.instead(fragment, context.question());
        return weigh(
                new Question(reworded, scope),
                context,
                coverage::isBest,
                new Wanted(AnswerKind.of(reworded), Utterance.of(reworded), coverage));
    }

    private Exchange asking(AnswerKind kind, Recalled last) {
        Context context = last.context();
        String reworded = Rewording.asking(kind, context.question());
        return weigh(
                new Question(reworded, Set.of(last.article().id())),
                context,
                _ -> true,
                new Wanted(kind, Utterance.of(reworded), Coverage.NONE));
    }

    private Optional<Exchange> referring(
            FollowUp.Referring referring, Question question, Recalled last) {
        return referring.asksForWords()
                ? last.person(referring.who())
                        .map(speaker -> wordsOn(referring, speaker, question, last))
                        .or(() -> notOf(referring.who(), question, last))
                : subject(referring, question, last);
    }

    /// Somebody is meant whom the context doesn't tell, and the article's "she" isn't the "he" of
    /// the question.
    private Optional<Exchange> notOf(Utterance who, Question question, Recalled last) {
        Ranking ranking = retriever.retrieve(question, Assessor.CANDIDATES);
        return assessor.answer(question, ranking) instanceof Answer.Found found
                        && found.speaker() != null
                        && !new Voices(found.passage().article()).mayBeCalled(found.speaker(), who)
                ? Optional.of(new Exchange(Assessor.none(ranking), last.context()))
                : Optional.empty();
    }

    private Exchange wordsOn(
            FollowUp.Referring referring, Speaker speaker, Question question, Recalled last) {
        Coverage coverage = coverage(referring.question(), question.articleIds());
        Context context = last.context();
        return weigh(
                new Question(Rewording.naming(speaker.name(), referring), question.articleIds()),
                context,
                passage ->
                        coverage.isBest(passage)
                                && !quotations(speaker, passage).isEmpty()
                                && !(referring.asksForOther() && context.hasShown(passage)),
                new Wanted(AnswerKind.ANY, referring.question(), coverage));
    }

    /// Nothing when the question, which has some words of its own, is rather one by itself.
    private Optional<Exchange> subject(
            FollowUp.Referring referring, Question question, Recalled last) {
        Coverage coverage = coverage(referring.question(), question.articleIds());
        String reworded = reworded(referring, last);
        Exchange exchange =
                weigh(
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
        Answer alone = assessor.answer(question);
        return alone instanceof Answer.Found
                ? Optional.empty()
                : Optional.of(new Exchange(alone, last.context()));
    }

    /// The answer that the question has by itself, when that is the same passage.
    private Exchange likeByItself(Exchange exchange, Question question) {
        return exchange.answer() instanceof Answer.Found found
                        && assessor.answer(question) instanceof Answer.Found alone
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

    private Coverage coverage(Utterance words, Set<String> scope) {
        Utterance content = Phrasebook.of(words).content(words);
        return Coverage.of(retriever.retrieve(new Question(content.text(), scope), EXAMINED));
    }

    /// Weighs the passages that aren't ruled out.
    ///
    /// @param reworded with what the context adds
    private Exchange weigh(
            Question reworded, Context context, Predicate<Passage> allowed, Wanted wanted) {
        Ranking all = retriever.retrieve(reworded, EXAMINED);
        Ranking left =
                new Ranking(
                        all.candidates().stream()
                                .filter(candidate -> allowed.test(candidate.passage()))
                                .limit(Assessor.CANDIDATES)
                                .toList(),
                        all.articles(),
                        all.passages());
        Answer answer =
                wanted.from(left)
                        .map(ranking -> assessor.answer(reworded, ranking))
                        .orElseGet(() -> Assessor.none(all));
        return follow(context, reworded.text(), answer);
    }
}
