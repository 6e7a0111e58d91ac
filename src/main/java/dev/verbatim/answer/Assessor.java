package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.List;

/// Makes a verdict from a ranking, and an answer from a verdict: the one way, whether a question
/// stands by itself or goes back to another.
final class Assessor {

    /// How many passages are weighed against each other.
    static final int CANDIDATES = 12;

    /// How many near passages are offered when none answers.
    private static final int NEAREST = 3;

    private final PassageRetriever retriever;
    private final Confidence confidence = Confidence.calibrated();

    Assessor(PassageRetriever retriever) {
        this.retriever = retriever;
    }

    Answer answer(Question question) {
        return answer(question, retriever.retrieve(question, CANDIDATES));
    }

    Verdict judge(Question question) {
        QuestionType type = QuestionType.of(question.text());
        return judge(question, type, type.prefer(retriever.retrieve(question, CANDIDATES)));
    }

    /// @param ranking of that question, or what is left of it
    Answer answer(Question question, Ranking ranking) {
        QuestionType type = QuestionType.of(question.text());
        Ranking preferred = type.prefer(ranking);
        Verdict verdict = judge(question, type, preferred);
        return verdict.answered() ? found(verdict) : notFound(preferred, verdict.confidence());
    }

    private Verdict judge(Question question, QuestionType type, Ranking ranking) {
        double probability = confidence.of(question, ranking);
        List<Candidate> candidates = ranking.candidates();
        TextSpan emphasis = candidates.isEmpty() ? null : Emphasis.in(candidates.getFirst(), type);
        return new Verdict(candidates, emphasis, probability, probability >= Confidence.THRESHOLD);
    }

    private static Answer found(Verdict verdict) {
        Passage passage = verdict.ranking().getFirst().passage();
        TextSpan emphasis = verdict.emphasis() == null ? passage.span() : verdict.emphasis();
        return new Answer.Found(
                passage, emphasis, Voices.of(passage, emphasis), verdict.confidence());
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
                passage, emphasis, Voices.of(passage, emphasis), Confidence.CERTAIN);
    }
}
