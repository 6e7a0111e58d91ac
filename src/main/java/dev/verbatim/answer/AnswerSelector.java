package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes a verdict from a ranking, and an answer from a verdict: the one way, whether a question
/// stands by itself or goes back to another.
final class AnswerSelector {

    /// How many passages are weighed against each other.
    static final int CANDIDATES = 12;

    /// How many near passages are offered when none answers.
    private static final int NEAREST = 3;

    private final PassageRetriever retriever;
    private final Reranker reranker;
    private final ConfidenceThreshold confidenceThreshold;
    private final ConfidenceModel confidence = ConfidenceModel.calibrated();

    AnswerSelector(
            PassageRetriever retriever,
            Reranker reranker,
            ConfidenceThreshold confidenceThreshold) {
        this.retriever = retriever;
        this.reranker = reranker;
        this.confidenceThreshold = confidenceThreshold;
    }

    Answer answer(Question question) {
        return answer(judge(question));
    }

    AnswerDecision judge(Question question) {
        QuestionType type = QuestionType.of(question.text());
        Ranking ranking = type.prefer(retriever.retrieve(question, CANDIDATES));
        return judge(reranker.rerank(question, ranking), type);
    }

    Explanation explain(Question question) {
        return Explanation.of(judge(question), confidenceThreshold, confidence);
    }

    /// What a follow-up gets. Nothing is read for it: reworded with what it goes back to, it isn't
    /// the kind of sentence that the reader knows.
    ///
    /// @param ranking of that question, or what is left of it
    Answer answer(Question question, Ranking ranking) {
        QuestionType type = QuestionType.of(question.text());
        return answer(judge(RerankedPassages.unread(question, type.prefer(ranking)), type));
    }

    private AnswerDecision judge(RerankedPassages rerankedPassages, QuestionType type) {
        double probability = confidence.probability(rerankedPassages);
        TextSpan emphasis =
                rerankedPassages.isEmpty()
                        ? null
                        : AnswerSentenceSelector.select(
                                rerankedPassages.first(), rerankedPassages.readerOutput(), type);
        return new AnswerDecision(
                rerankedPassages, emphasis, probability, confidenceThreshold.decide(probability));
    }

    private static Answer answer(AnswerDecision decision) {
        return switch (decision.outcome()) {
            case ANSWERED -> shown(decision, Answer.Found::new);
            case CLOSEST -> shown(decision, Answer.Closest::new);
            case NOT_FOUND ->
                    notFound(decision.rerankedPassages().ranking(), decision.confidence());
        };
    }

    /// What a passage is shown as.
    private interface Showing {
        Answer of(Passage passage, TextSpan emphasis, @Nullable Speaker speaker, double confidence);
    }

    private static Answer shown(AnswerDecision decision, Showing showing) {
        Passage passage = decision.rerankedPassages().first().passage();
        TextSpan emphasis = Objects.requireNonNullElse(decision.emphasis(), passage.span());
        return showing.of(
                passage, emphasis, SpeakerLookup.of(passage, emphasis), decision.confidence());
    }

    private static Answer notFound(Ranking ranking, double confidence) {
        List<Passage> nearest =
                ranking.candidates().stream().limit(NEAREST).map(Candidate::passage).toList();
        return new Answer.NotFound(nearest, confidence, ranking.articles(), ranking.passages());
    }

    /// That none of these answers, for a reason that isn't a matter of degree.
    static Answer none(Ranking ranking) {
        return notFound(ranking, 0);
    }

    /// What is read off the article and not searched for: "the next paragraph" leaves no doubt.
    static Answer certain(Passage passage, TextSpan emphasis) {
        return new Answer.Found(
                passage, emphasis, SpeakerLookup.of(passage, emphasis), ConfidenceModel.CERTAIN);
    }
}
