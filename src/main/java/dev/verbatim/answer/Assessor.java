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
final class Assessor {

    /// How many passages are weighed against each other.
    static final int CANDIDATES = 12;

    /// How many near passages are offered when none answers.
    private static final int NEAREST = 3;

    private final PassageRetriever retriever;
    private final Reranker reranker;
    private final Caution caution;
    private final Confidence confidence = Confidence.calibrated();

    Assessor(PassageRetriever retriever, Reranker reranker, Caution caution) {
        this.retriever = retriever;
        this.reranker = reranker;
        this.caution = caution;
    }

    Answer answer(Question question) {
        return answer(judge(question));
    }

    Verdict judge(Question question) {
        QuestionType type = QuestionType.of(question.text());
        Ranking ranking = type.prefer(retriever.retrieve(question, CANDIDATES));
        return judge(reranker.rerank(question, ranking), type);
    }

    Explanation explain(Question question) {
        return Explanation.of(judge(question), caution, confidence);
    }

    /// What a follow-up gets. Nothing is read for it: reworded with what it goes back to, it isn't
    /// the kind of sentence that the reader knows.
    ///
    /// @param ranking of that question, or what is left of it
    Answer answer(Question question, Ranking ranking) {
        QuestionType type = QuestionType.of(question.text());
        return answer(judge(Findings.unread(question, type.prefer(ranking)), type));
    }

    private Verdict judge(Findings findings, QuestionType type) {
        double probability = confidence.of(findings);
        TextSpan emphasis =
                findings.isEmpty() ? null : Emphasis.in(findings.first(), findings.reading(), type);
        return new Verdict(findings, emphasis, probability, caution.decide(probability));
    }

    private static Answer answer(Verdict verdict) {
        return switch (verdict.outcome()) {
            case ANSWERED -> shown(verdict, Answer.Found::new);
            case CLOSEST -> shown(verdict, Answer.Closest::new);
            case NOT_FOUND -> notFound(verdict.findings().ranking(), verdict.confidence());
        };
    }

    /// What a passage is shown as.
    private interface Showing {
        Answer of(Passage passage, TextSpan emphasis, @Nullable Speaker speaker, double confidence);
    }

    private static Answer shown(Verdict verdict, Showing showing) {
        Passage passage = verdict.findings().first().passage();
        TextSpan emphasis = Objects.requireNonNullElse(verdict.emphasis(), passage.span());
        return showing.of(passage, emphasis, Voices.of(passage, emphasis), verdict.confidence());
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
