package dev.verbatim.quotation;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Kind;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.quotation.QuotationCheck.Claim;
import dev.verbatim.quotation.QuotationCheck.Close;
import dev.verbatim.quotation.QuotationCheck.Source;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.Ranking.SentenceEvidence;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// A search for a claim in articles of another language, by the words that the translation tables
/// have for its own. What it finds is close at best: no table tells whether a word was changed.
final class TranslatedSearch {

    private static final int CANDIDATES = 10;

    /// The share of the claim's words, weighted by rarity, that a sentence must have: the tables
    /// have a translation of most words, and not always the one that the article uses.
    private static final double ENOUGH = 0.5;

    /// So many words the sentence must have about: two or three are in many.
    private static final double MIN_WORDS = 2.8;

    private final PassageRetriever retriever;

    TranslatedSearch(PassageRetriever retriever) {
        this.retriever = retriever;
    }

    /// A sentence and how much of the claim it has.
    private record Hit(Passage passage, SentenceEvidence sentence) {

        double coverage() {
            return sentence.coverage();
        }
    }

    Optional<QuotationCheck> find(Claim claim, Question words) {
        Ranking ranking = retriever.retrieve(words, CANDIDATES);
        return ranking.candidates().stream()
                .flatMap(candidate -> sentences(candidate, ranking))
                .max(Comparator.comparingDouble(Hit::coverage))
                .map(hit -> new Close(claim, source(hit)));
    }

    /// The sentences of an article in another language that have enough of the claim.
    private static Stream<Hit> sentences(Candidate candidate, Ranking ranking) {
        long words =
                ranking.translation(candidate.passage().article()).stream()
                        .flatMap(translation -> translation.words().stream())
                        .filter(word -> !word.isFunctionWord())
                        .count();
        return candidate.signals().sentences().stream()
                .map(sentence -> new Hit(candidate.passage(), sentence))
                .filter(hit -> hit.coverage() >= ENOUGH && words * hit.coverage() >= MIN_WORDS);
    }

    private static Source source(Hit hit) {
        Passage passage = hit.passage();
        TextSpan span = hit.sentence().span();
        Speaker speaker =
                passage.article()
                        .onlySpeaker(span, quotation -> quotation.kind() != Kind.INDIRECT)
                        .orElse(null);
        return new Source(new Passage(passage.article(), passage.paragraph(), span), span, speaker);
    }
}
