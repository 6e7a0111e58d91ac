package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.RankingSignals;
import dev.verbatim.retrieval.RankingSignals.SentenceEvidence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a sentence must have to answer a follow-up: the kind of answer that it asks for, and as
/// many of its own words as any sentence of the passage.
///
/// @param question what it asks
record AnswerConstraint(AnswerType kind, Utterance question, TermCoverage termCoverage) {

    static final AnswerConstraint ANYTHING =
            new AnswerConstraint(AnswerType.ANY, Utterance.of(""), TermCoverage.NONE);

    /// The ranking with only such sentences in its first passage; nothing when it has none.
    Optional<Ranking> from(Ranking ranking) {
        return ranking.candidates().stream()
                .limit(1)
                .map(this::reduced)
                .filter(first -> !first.signals().sentences().isEmpty())
                .map(first -> with(first, ranking))
                .findFirst();
    }

    private static Ranking with(Candidate first, Ranking ranking) {
        List<Candidate> candidates =
                Stream.concat(Stream.of(first), ranking.candidates().stream().skip(1)).toList();
        return new Ranking(candidates, ranking.articles(), ranking.passages());
    }

    private Candidate reduced(Candidate candidate) {
        Passage passage = candidate.passage();
        RankingSignals all = candidate.signals();
        List<SentenceEvidence> sentences =
                all.sentences().stream().filter(sentence -> isWanted(sentence, passage)).toList();
        return new Candidate(
                passage,
                candidate.score(),
                new RankingSignals(all.bm25(), all.coverage(), all.cosine(), sentences));
    }

    private boolean isWanted(SentenceEvidence sentence, Passage passage) {
        Phrasebook book = Phrasebook.of(passage.article().publication().language());
        return termCoverage.of(passage, sentence.span()) >= termCoverage.of(passage)
                && kind.occursIn(sentence.span().of(passage.article().text()), question, book);
    }
}
