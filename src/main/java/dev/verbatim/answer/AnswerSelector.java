package dev.verbatim.answer;

import dev.verbatim.answer.AnswerDecision.Explanation;
import dev.verbatim.answer.AnswerDecision.Outcome;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pipeline from a question to its answer: retrieve, rerank, estimate the confidence, pick the
/// sentence, decide. Follow-ups join it after retrieval.
final class AnswerSelector {

    /// How many passages are ranked against each other.
    static final int CANDIDATES = 12;

    /// The confidence of an answer that the article's order or marks give, so that there is nothing
    /// to estimate.
    static final double CERTAIN = 1;

    /// How many passages are read at a first look: as many as at the same time.
    private static final int FIRST_LOOK = 2;

    /// How many passages are offered as nearest when none answers.
    private static final int NEAREST = 3;

    private final PassageRetriever retriever;
    private final Reranker reranker;
    private final ConfidenceThreshold threshold;
    private final ConfidenceModel confidence = ConfidenceModel.calibrated();

    AnswerSelector(PassageRetriever retriever, Reranker reranker, ConfidenceThreshold threshold) {
        this.retriever = retriever;
        this.reranker = reranker;
        this.threshold = threshold;
    }

    Optional<String> remoteHost() {
        return reranker.remoteHost();
    }

    Answer answer(Question question) {
        return answer(decide(question));
    }

    /// What the question's own words find counts first: a translation of its words must never hide
    /// an article that it was asked in the language of. Only a better outcome counts more.
    AnswerDecision decide(Question question) {
        return retriever
                .retrieveAsAsked(question, CANDIDATES)
                .map(ranking -> decideOn(question, ranking))
                .map(
                        asAsked ->
                                asAsked.answered()
                                        ? asAsked
                                        : better(asAsked, carriedOver(question)))
                .orElseGet(() -> carriedOver(question));
    }

    private AnswerDecision carriedOver(Question question) {
        return decideOn(question, retriever.retrieve(question, CANDIDATES));
    }

    /// When neither finds anything, the translation knows which languages the articles are in.
    private static AnswerDecision better(AnswerDecision asAsked, AnswerDecision carriedOver) {
        return asAsked.outcome() == Outcome.CLOSEST && !carriedOver.answered()
                ? asAsked
                : carriedOver;
    }

    private AnswerDecision decideOn(Question question, Ranking retrieved) {
        QuestionType type = type(question, retrieved);
        Ranking ranking = type.reorder(retrieved);
        return decide(reranker.rerank(question, ranking), type);
    }

    /// See [Answerer#mayAnswer].
    boolean mayAnswer(Question question) {
        return retriever
                        .retrieveAsAsked(question, CANDIDATES)
                        .filter(ranking -> mayAnswer(question, ranking))
                        .isPresent()
                || mayAnswer(question, retriever.retrieve(question, CANDIDATES));
    }

    /// In doubt are what can't be read, and an only passage, which leads no other.
    private boolean mayAnswer(Question question, Ranking retrieved) {
        QuestionType type = type(question, retrieved);
        RerankedPassages passages = reranker.rerank(question, type.reorder(retrieved), FIRST_LOOK);
        boolean inDoubt = passages.readerOutputs().isEmpty() || retrieved.candidates().size() == 1;
        return !passages.isEmpty()
                && (inDoubt || decide(passages, type).outcome() != Outcome.NOT_FOUND);
    }

    Explanation explain(Question question) {
        return Explanation.of(decide(question), threshold, confidence);
    }

    /// Answers a rewritten follow-up. Its passages aren't read: a rewritten question isn't the kind
    /// of sentence that the reader was trained on.
    ///
    /// @param ranking of that question, or what is left of it
    Answer answer(Question question, Ranking ranking) {
        QuestionType type = type(question, ranking);
        return answer(decide(RerankedPassages.unread(question, type.reorder(ranking)), type));
    }

    /// By the question in the language of the first passage, whose words are compared with it.
    private static QuestionType type(Question question, Ranking ranking) {
        return QuestionType.of(
                ranking.candidates().isEmpty()
                        ? question.text()
                        : ranking.wording(
                                question, ranking.candidates().getFirst().passage().article()));
    }

    private AnswerDecision decide(RerankedPassages passages, QuestionType type) {
        double probability = probability(passages, type);
        TextSpan emphasis =
                passages.isEmpty()
                        ? null
                        : AnswerSentenceSelector.select(
                                passages.first(), passages.readerOutput(), type);
        return new AnswerDecision(passages, emphasis, probability, threshold.decide(probability));
    }

    private double probability(RerankedPassages passages, QuestionType type) {
        double probability = confidence.probability(passages);
        return !passages.isEmpty() && type.quantity().isMissingFrom(passages.first().passage())
                ? Math.min(probability, threshold.offering())
                : probability;
    }

    private static Answer answer(AnswerDecision decision) {
        return switch (decision.outcome()) {
            case ANSWERED -> shown(decision, Answer.Found::new);
            case CLOSEST -> shown(decision, Answer.Closest::new);
            case NOT_FOUND ->
                    notFound(decision.rerankedPassages().ranking(), decision.confidence());
        };
    }

    private interface AnswerFactory {
        Answer create(
                Passage passage,
                TextSpan emphasis,
                @Nullable Speaker speaker,
                double confidence,
                @Nullable TranslatedQuestion translation);
    }

    private static Answer shown(AnswerDecision decision, AnswerFactory factory) {
        Passage passage = decision.rerankedPassages().first().passage();
        TextSpan emphasis = Objects.requireNonNullElse(decision.emphasis(), passage.span());
        return factory.create(
                passage,
                emphasis,
                SpeakerLookup.speakerOf(emphasis, passage),
                decision.confidence(),
                decision.rerankedPassages().ranking().translation(passage.article()).orElse(null));
    }

    /// None of these passages answers, for a reason that isn't a matter of degree.
    static Answer notFound(Ranking ranking) {
        return notFound(ranking, 0);
    }

    private static Answer notFound(Ranking ranking, double confidence) {
        List<Passage> nearest =
                ranking.candidates().stream().limit(NEAREST).map(Candidate::passage).toList();
        return new Answer.NotFound(
                nearest,
                confidence,
                ranking.articles(),
                ranking.passages(),
                ranking.translations());
    }

    /// The answer of a follow-up that needs no search, such as "the next paragraph".
    static Answer certain(Passage passage, TextSpan emphasis) {
        return found(passage, emphasis, CERTAIN);
    }

    static Answer.Found found(Passage passage, TextSpan emphasis, double confidence) {
        return new Answer.Found(
                passage, emphasis, SpeakerLookup.speakerOf(emphasis, passage), confidence);
    }
}
