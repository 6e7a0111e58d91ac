package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.encoder.VectorCache;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Sums up articles. Thread-safe, and remembers nothing: the vectors of a served article's
/// sentences were made when it was indexed, so that a summary needs no encoder.
public final class Summarizer {

    private final Predicate<Locale> spoken;
    private final Function<String, float[]> vectors;

    public Summarizer(VectorCache vectors) {
        this(language -> vectors.encoder().speaks(language), vectors::encodePassage);
    }

    /// @param spoken the languages that texts get vectors in; the others are compared by words
    Summarizer(Predicate<Locale> spoken, Function<String, float[]> vectors) {
        this.spoken = spoken;
        this.vectors = vectors;
    }

    /// The article in at most so many of its sentences: fewer when it has no more that can be
    /// shown.
    public Summary summarize(Article article, int sentences) {
        return read(article).summary(sentences);
    }

    /// What is new, from the newest article on: a sentence or two of each.
    ///
    /// @param articles the newest first
    public NewsDigest digest(List<Article> articles) {
        return new NearDuplicateGroups(articles.stream().map(this::read).toList(), this::likeness)
                .digest();
    }

    private ScoredArticle read(Article article) {
        List<CandidateSentence> all = CandidateSentence.of(article);
        StandaloneFilter standaloneFilter = new StandaloneFilter(article, all);
        List<CandidateSentence> lines = all.stream().filter(standaloneFilter::isFit).toList();
        List<String> texts = lines.stream().map(CandidateSentence::text).toList();
        Locale language = article.publication().language();
        SimilarityMatrix words = SimilarityMatrix.byWords(texts, language);
        double[] relevance = SentenceCentrality.of(words, meaning(texts, language));
        return new ScoredArticle(
                standaloneFilter,
                new MmrSelector(lines, relevance, words, leaning(lines, standaloneFilter)));
    }

    private static BitSet leaning(
            List<CandidateSentence> lines, StandaloneFilter standaloneFilter) {
        BitSet leaning = new BitSet();
        IntStream.range(0, lines.size())
                .filter(i -> standaloneFilter.leansBack(lines.get(i)))
                .forEach(leaning::set);
        return leaning;
    }

    private @Nullable SimilarityMatrix meaning(List<String> texts, Locale language) {
        return spoken.test(language)
                ? SimilarityMatrix.byMeaning(texts.stream().map(vectors).toList())
                : null;
    }

    /// How alike sentences of one language are, whatever articles they are from.
    private NearDuplicateGroups.Alike likeness(List<String> texts, Locale language) {
        return new NearDuplicateGroups.Alike(
                SimilarityMatrix.byWords(texts, language), meaning(texts, language));
    }
}
