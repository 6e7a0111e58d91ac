package dev.verbatim.answer;

import dev.verbatim.answer.FollowUp.PronounQuestion;
import dev.verbatim.answer.FollowUpSearch.Constraint;
import dev.verbatim.answer.FollowUpSearch.SentenceQuery;
import dev.verbatim.answer.FollowUpSearch.TermCoverage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.Optional;
import java.util.Set;

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
    ///
    /// A pronoun refers to something in the article that was shown: no other is searched.
    Optional<DialogueContext.Turn> answer(
            PronounQuestion pronounQuestion, Question question, ArticleNavigator shown) {
        var inArticle = new Question(question.text(), Set.of(shown.article().id()));
        return pronounQuestion.asksForWords()
                ? shown.person(pronounQuestion.who())
                        .map(speaker -> wordsOf(speaker, pronounQuestion, inArticle, shown))
                        .or(() -> notFoundIfOfAnother(pronounQuestion.who(), question, shown))
                : aboutSubject(pronounQuestion, inArticle, shown);
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
        SentenceQuery query = SentenceQuery.of(pronounQuestion.question(), pronounQuestion.book());
        return search.nearby(query, rewritten(pronounQuestion, shown), shown)
                .map(turn -> preferSameWords(turn, question))
                .or(() -> aboutSubjectInArticle(pronounQuestion, question, shown));
    }

    private Optional<DialogueContext.Turn> aboutSubjectInArticle(
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
        return Optional.of(
                turn.answer() instanceof Answer.Found || pronounQuestion.contentWords().size() == 1
                        ? preferStandalone(turn, question)
                        : byItself(question, shown));
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

    /// The answer that the question has by itself, when it is the same sentence.
    private DialogueContext.Turn preferSameWords(DialogueContext.Turn turn, Question question) {
        DialogueContext.Turn preferred = preferStandalone(turn, question);
        return turn.answer() instanceof Answer.Found near
                        && preferred.answer() instanceof Answer.Found alone
                        && near.emphasis().equals(alone.emphasis())
                ? preferred
                : turn;
    }

    /// The answer that the question has by itself, when it is the same passage.
    private DialogueContext.Turn preferStandalone(DialogueContext.Turn turn, Question question) {
        return turn.answer() instanceof Answer.Found found
                        && selector.answer(question) instanceof Answer.Found alone
                        && alone.passage().equals(found.passage())
                ? new DialogueContext.Turn(alone, turn.context())
                : turn;
    }

    /// What the article answers to the question by itself.
    private DialogueContext.Turn byItself(Question question, ArticleNavigator shown) {
        Answer alone = selector.answer(question);
        return new DialogueContext.Turn(
                alone, shown.context().afterStandalone(question.text(), alone));
    }
}
