package dev.verbatim.retrieval;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.language.Language;
import dev.verbatim.language.TranslatedQuestion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A ranking of passages: the result of one retrieval.
///
/// @param candidates best first
/// @param articles how many articles were searched
/// @param passages how many passages were searched
/// @param translations of the question into languages of the articles that it isn't in
public record Ranking(
        List<Candidate> candidates,
        int articles,
        int passages,
        List<TranslatedQuestion> translations) {

    public Ranking {
        candidates = List.copyOf(candidates);
        translations = List.copyOf(translations);
    }

    /// Of a question in the language of the articles.
    public Ranking(List<Candidate> candidates, int articles, int passages) {
        this(candidates, articles, passages, List.of());
    }

    /// The question as it was carried over into the language of an article; empty when it is in
    /// that language.
    public Optional<TranslatedQuestion> translation(Article article) {
        return Language.of(article.publication().language())
                .flatMap(
                        language ->
                                translations.stream()
                                        .filter(translation -> translation.to() == language)
                                        .findFirst());
    }

    /// The question in an article's language: as it was asked, or as it was carried over.
    public String wording(Question question, Article article) {
        return translation(article).map(TranslatedQuestion::gloss).orElse(question.text());
    }

    /// Other candidates of the same search.
    public Ranking with(List<Candidate> others) {
        return new Ranking(others, articles, passages, translations);
    }

    /// A passage that may answer, with its score and the signals behind it.
    ///
    /// @param score fused from the signals; comparable within one ranking only
    public record Candidate(Passage passage, double score, Signals signals) {}

    /// The signals that a passage was ranked by.
    ///
    /// @param bm25 0 when no word of the question occurs; unbounded, and dependent on the index's
    ///   size
    /// @param coverage share of the question's words that occur, weighted by inverse document
    ///   frequency, 0 to 1
    /// @param cosine of question and passage, -1 to 1; missing when the encoder knows neither the
    ///   language nor a gloss
    /// @param sentences every sentence of the passage in the order of the text
    public record Signals(
            double bm25, double coverage, OptionalDouble cosine, List<SentenceEvidence> sentences) {

        public Signals {
            sentences = List.copyOf(sentences);
        }
    }

    /// The same signals for one sentence.
    ///
    /// @param coverage as for the passage
    /// @param cosine as for the passage
    public record SentenceEvidence(TextSpan span, double coverage, OptionalDouble cosine) {}
}
