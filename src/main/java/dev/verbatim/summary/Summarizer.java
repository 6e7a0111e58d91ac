package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.summary.NearDuplicateGroups.SentenceSimilarity;
import dev.verbatim.summary.Summary.NewsDigest;
import dev.verbatim.summary.Summary.Sentence;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An extractive summarizer of articles. Thread-safe and stateless. The vectors of an article's
/// sentences were computed when it was indexed, so that a summary needs no encoder.
public final class Summarizer {

    /// How many sentences a digest has of each article.
    private static final int DIGEST_SENTENCES = 2;

    /// How many of its best sentences may tell the same as another article's: what one article
    /// tells first, another may tell fifth.
    private static final int DUPLICATE_CANDIDATES = 5;

    private final Predicate<Locale> hasVectors;
    private final Function<String, float[]> vectors;

    public Summarizer(VectorCache vectors) {
        this(language -> vectors.encoder().speaks(language), vectors::encodePassage);
    }

    /// @param hasVectors the languages that texts get vectors in; others are compared by words only
    Summarizer(Predicate<Locale> hasVectors, Function<String, float[]> vectors) {
        this.hasVectors = hasVectors;
        this.vectors = vectors;
    }

    /// Summarizes an article in at most this many of its sentences; fewer when it has no more that
    /// can be shown.
    public Summary summarize(Article article, int sentences) {
        return prepare(article).summary(sentences);
    }

    /// Summarizes what is new in some articles, in a sentence or two of each.
    ///
    /// @param articles the newest first
    public NewsDigest digest(List<Article> articles) {
        List<PreparedArticle> prepared = articles.stream().map(this::prepare).toList();
        return new NearDuplicateGroups(
                        prepared.stream().map(one -> one.summary(DIGEST_SENTENCES)).toList(),
                        prepared.stream().map(one -> one.summary(DUPLICATE_CANDIDATES)).toList(),
                        this::similarity)
                .digest();
    }

    private PreparedArticle prepare(Article article) {
        List<CandidateSentence> all = CandidateSentence.of(article);
        StandaloneFilter filter = new StandaloneFilter(article, all);
        List<CandidateSentence> candidates = all.stream().filter(filter::isPresentable).toList();
        List<String> texts = candidates.stream().map(CandidateSentence::text).toList();
        Locale language = article.publication().language();
        SimilarityMatrix lexical = SimilarityMatrix.lexical(texts, language);
        double[] centrality = SentenceCentrality.of(lexical, semantic(texts, language));
        return new PreparedArticle(
                article,
                filter,
                new MmrSelector(candidates, centrality, lexical, dependent(candidates, filter)));
    }

    private static BitSet dependent(List<CandidateSentence> candidates, StandaloneFilter filter) {
        BitSet dependent = new BitSet();
        IntStream.range(0, candidates.size())
                .filter(i -> filter.dependsOnPrevious(candidates.get(i)))
                .forEach(dependent::set);
        return dependent;
    }

    private @Nullable SimilarityMatrix semantic(List<String> texts, Locale language) {
        return hasVectors.test(language)
                ? SimilarityMatrix.semantic(texts.stream().map(vectors).toList())
                : null;
    }

    private SentenceSimilarity similarity(List<String> texts, Locale language) {
        return new SentenceSimilarity(
                SimilarityMatrix.lexical(texts, language), semantic(texts, language));
    }

    /// An article with its sentences filtered and scored, for summaries of any length.
    private record PreparedArticle(Article article, StandaloneFilter filter, MmrSelector selector) {

        Summary summary(int sentences) {
            return new Summary(
                    article, selector.select(sentences).stream().map(this::sentence).toList());
        }

        private Sentence sentence(CandidateSentence candidate) {
            return new Sentence(
                    new Passage(article, candidate.paragraph(), candidate.span()),
                    filter.speaker(candidate.span()).orElse(null));
        }
    }
}
