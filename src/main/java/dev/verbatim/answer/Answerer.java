package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Kind;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers questions with a passage, or says that none answers. Thread-safe.
public final class Answerer {

    /// How many passages are weighed against each other.
    private static final int CANDIDATES = 12;

    /// How many near passages are offered when none answers.
    private static final int NEAREST = 3;

    private final PassageRetriever retriever;
    private final Confidence confidence = Confidence.calibrated();

    public Answerer(PassageRetriever retriever) {
        this.retriever = retriever;
    }

    /// The answer to what somebody wrote, whatever it is.
    ///
    /// @throws java.io.UncheckedIOException when the index can't be read
    public Answer answer(Question question) {
        Optional<Remark> remark = SmallTalk.in(question.text());
        return remark.isPresent()
                ? new Answer.NoQuestion(remark.get())
                : answer(question, retriever.retrieve(question, CANDIDATES));
    }

    private Answer answer(Question question, Ranking ranking) {
        Verdict verdict = judge(question, ranking);
        return verdict.answered() ? found(verdict) : notFound(verdict, ranking);
    }

    /// What [#answer] decides from, for a question of which it's known that it is one.
    ///
    /// @throws java.io.UncheckedIOException when the index can't be read
    public Verdict judge(Question question) {
        return judge(question, retriever.retrieve(question, CANDIDATES));
    }

    private Verdict judge(Question question, Ranking ranking) {
        double probability = confidence.of(question, ranking);
        List<Candidate> candidates = ranking.candidates();
        TextSpan emphasis = candidates.isEmpty() ? null : Emphasis.in(candidates.getFirst());
        return new Verdict(candidates, emphasis, probability, probability >= Confidence.THRESHOLD);
    }

    private static Answer found(Verdict verdict) {
        Passage passage = verdict.ranking().getFirst().passage();
        TextSpan emphasis = verdict.emphasis() == null ? passage.span() : verdict.emphasis();
        return new Answer.Found(
                passage, emphasis, speaker(passage, emphasis), verdict.confidence());
    }

    private static Answer notFound(Verdict verdict, Ranking ranking) {
        List<Passage> nearest =
                verdict.ranking().stream().limit(NEAREST).map(Candidate::passage).toList();
        return new Answer.NotFound(
                nearest, verdict.confidence(), ranking.articles(), ranking.passages());
    }

    /// Who said the emphasised words: named only when all that is quoted in them is one person's.
    /// What an article tells in its own words ("she said that …") is the article's.
    private static @Nullable Speaker speaker(Passage passage, TextSpan emphasis) {
        List<Optional<Speaker>> speakers =
                passage.article().quotationsIn(emphasis).stream()
                        .filter(quotation -> quotation.kind() != Kind.INDIRECT)
                        .map(Quotation::speaker)
                        .map(Optional::ofNullable)
                        .distinct()
                        .toList();
        return speakers.size() == 1 ? speakers.getFirst().orElse(null) : null;
    }
}
