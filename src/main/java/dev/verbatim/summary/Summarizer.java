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
    public Digest digest(List<Article> articles) {
        return new Collation(articles.stream().map(this::read).toList(), this::likeness).digest();
    }

    private Draft read(Article article) {
        List<Line> all = Line.of(article);
        Fitness fitness = new Fitness(article, all);
        List<Line> lines = all.stream().filter(fitness::isFit).toList();
        List<String> texts = lines.stream().map(Line::text).toList();
        Locale language = article.publication().language();
        Likeness words = Likeness.byWords(texts, language);
        double[] relevance = Relevance.of(words, meaning(texts, language));
        return new Draft(fitness, new Selection(lines, relevance, words, leaning(lines, fitness)));
    }

    private static BitSet leaning(List<Line> lines, Fitness fitness) {
        BitSet leaning = new BitSet();
        IntStream.range(0, lines.size())
                .filter(i -> fitness.leansBack(lines.get(i)))
                .forEach(leaning::set);
        return leaning;
    }

    private @Nullable Likeness meaning(List<String> texts, Locale language) {
        return spoken.test(language)
                ? Likeness.byMeaning(texts.stream().map(vectors).toList())
                : null;
    }

    /// How alike sentences of one language are, whatever articles they are from.
    private Collation.Alike likeness(List<String> texts, Locale language) {
        return new Collation.Alike(Likeness.byWords(texts, language), meaning(texts, language));
    }
}
