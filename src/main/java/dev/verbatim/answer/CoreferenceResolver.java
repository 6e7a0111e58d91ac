package dev.verbatim.answer;

import dev.verbatim.answer.FollowUp.PronounQuestion;
import dev.verbatim.answer.FollowUpSearch.Constraint;
import dev.verbatim.answer.FollowUpSearch.TermCoverage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.Optional;

/// An answerer of questions whose subject is a pronoun: puts what the pronoun refers to in its
/// place.
final class CoreferenceResolver {

    private final PassageRetriever retriever;
    private final AnswerSelector selector;
    private final FollowUpSearch search;

    CoreferenceResolver(
            PassageRetriever retriever, AnswerSelector selector, FollowUpSearch search) {
        this.retriever = retriever;
        this.selector = selector;
        this.search = search;
    }

    /// Empty when the question is better answered by itself.
    Optional<DialogueContext.Turn> answer(
            PronounQuestion pronounQuestion, Question question, ArticleNavigator shown) {
        return pronounQuestion.asksForWords()
                ? shown.person(pronounQuestion.who())
                        .map(speaker -> wordsOf(speaker, pronounQuestion, question, shown))
                        .or(() -> notFoundIfOfAnother(pronounQuestion.who(), question, shown))
                : aboutSubject(pronounQuestion, question, shown);
    }

    private DialogueContext.Turn wordsOf(
            Speaker speaker,
            PronounQuestion pronounQuestion,
            Question question,
            ArticleNavigator shown) {
        TermCoverage coverage = coverage(pronounQuestion, question);
        DialogueContext context = shown.context();
        return search.answer(
                new Question(
                        QueryRewriter.replacePronoun(pronounQuestion, speaker.name()),
                        question.articleIds()),
                context,
                passage ->
                        coverage.isBest(passage)
                                && new SpeakerLookup(passage.article()).isQuoted(speaker, passage)
                                && !(pronounQuestion.asksForOther() && context.hasShown(passage)),
                new Constraint(AnswerType.ANY, pronounQuestion.question(), coverage));
    }

    private TermCoverage coverage(PronounQuestion pronounQuestion, Question question) {
        return search.coverage(pronounQuestion.question(), question.articleIds());
    }

    /// The context doesn't tell who is meant. When the question by itself finds the words of
    /// somebody whom the article calls "she", they don't answer a question about "him".
    private Optional<DialogueContext.Turn> notFoundIfOfAnother(
            Utterance pronoun, Question question, ArticleNavigator shown) {
        Ranking ranking = retriever.retrieve(question, AnswerSelector.CANDIDATES);
        return selector.answer(question, ranking) instanceof Answer.Found found
                        && found.speaker() != null
                        && !new SpeakerLookup(found.passage().article())
                                .mayBeReferredToBy(pronoun, found.speaker())
                ? Optional.of(
                        new DialogueContext.Turn(AnswerSelector.notFound(ranking), shown.context()))
                : Optional.empty();
    }

    private Optional<DialogueContext.Turn> aboutSubject(
            PronounQuestion pronounQuestion, Question question, ArticleNavigator shown) {
        TermCoverage coverage = coverage(pronounQuestion, question);
        String rewritten = rewritten(pronounQuestion, shown);
        DialogueContext.Turn turn =
                search.answer(
                        new Question(rewritten, question.articleIds()),
                        shown.context(),
                        coverage::isBest,
                        new Constraint(
                                pronounQuestion.answerType(), Utterance.of(rewritten), coverage));
        return turn.answer() instanceof Answer.Found || pronounQuestion.contentWords().size() == 1
                ? Optional.of(preferStandalone(turn, question))
                : notFoundByItself(question, shown);
    }

    private static String rewritten(PronounQuestion pronounQuestion, ArticleNavigator shown) {
        Optional<Speaker> person =
                pronounQuestion.isPerson() ? shown.person(pronounQuestion.who()) : Optional.empty();
        return person.map(speaker -> QueryRewriter.replacePronoun(pronounQuestion, speaker.name()))
                .orElseGet(
                        () ->
                                QueryRewriter.appendTopic(
                                        pronounQuestion.question(), shown.context().question()));
    }

    /// The answer that the question has by itself, when it is the same passage.
    private DialogueContext.Turn preferStandalone(DialogueContext.Turn turn, Question question) {
        return turn.answer() instanceof Answer.Found found
                        && selector.answer(question) instanceof Answer.Found alone
                        && alone.passage().equals(found.passage())
                ? new DialogueContext.Turn(alone, turn.context())
                : turn;
    }

    /// Empty when the articles answer the question by itself. When they don't, the context is kept:
    /// the next question may still refer to it.
    private Optional<DialogueContext.Turn> notFoundByItself(
            Question question, ArticleNavigator shown) {
        Answer alone = selector.answer(question);
        return alone instanceof Answer.Found
                ? Optional.empty()
                : Optional.of(new DialogueContext.Turn(alone, shown.context()));
    }
}
