package dev.verbatim.retrieval.ranking;

import dev.verbatim.article.Article;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.ranking.PassageEncoder.EncodedPassage;
import dev.verbatim.retrieval.ranking.PassageEncoder.PassageVectors;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A matcher of many questions with one article: tells which it may answer. It only spares the
/// answerer those that the article has nothing to do with. Thread-safe.
///
/// A question is compared by its vector and its words; by its words alone where the encoder doesn't
/// know its language or the article's, since the least score was fitted to no glosses. To make a
/// vector takes some ten times as long as to compare it with a whole article, so the vectors of
/// questions that wait are kept in memory, 1.5 KB each.
public final class QuestionMatcher {

    /// What a passage that answers has at least of a question's words. Of XQuAD's English questions
    /// three in a hundred have less in the article that answers them.
    private static final double LEAST_COVERAGE = 0.35;

    /// The least score of a question that is answered, where both have vectors: how similar the
    /// nearest passage is, how much more so than the mean, and how much of the question's words the
    /// article has; less for each passage more, since one of many is near by chance.
    ///
    /// Fitted to 190 questions that were answered by one of 27 made-up news articles, two of which
    /// have less; of another 436 on SQuAD's, XQuAD's and CLAPNQ's none. Of questions on something
    /// else one or two in a hundred have so much. By words alone, 23 of the 190 were lost, and five
    /// in a hundred of the others passed.
    private static final double LEAST_SCORE = 0.798;

    private static final double LEAD_WEIGHT = 0.4;
    private static final double COVERAGE_WEIGHT = 0.05;
    private static final double PASSAGES_WEIGHT = 0.015;

    private final PassageEncoder passages;
    private final QuestionEncoder encoder;
    private final Map<String, Optional<float[]>> vectors = new ConcurrentHashMap<>();

    public QuestionMatcher(VectorCache vectors) {
        passages = new PassageEncoder(vectors);
        encoder = new QuestionEncoder(vectors.encoder());
    }

    /// Makes the vector of a question before it is needed.
    public void prepare(String question) {
        var _ = vector(question);
    }

    /// Forgets the vectors of all other questions.
    public void retain(Collection<String> questions) {
        vectors.keySet().retainAll(questions);
    }

    /// Whether an article may answer a question.
    public Predicate<String> matches(Article article) {
        var terms = new ArticleTerms(article);
        List<ByteBuffer> packed = packed(article);
        return question -> matches(question, terms, packed);
    }

    private List<ByteBuffer> packed(Article article) {
        return passages.isGlossed(article.publication().language())
                ? List.of()
                : passages.encode(article).stream()
                        .map(EncodedPassage::vectors)
                        .flatMap(Stream::ofNullable)
                        .map(QuestionMatcher::packed)
                        .toList();
    }

    /// A passage's vector, then those of its sentences.
    private static ByteBuffer packed(PassageVectors passage) {
        byte[] whole = SentenceVectors.pack(List.of(passage.passage().array()));
        ByteBuffer sentences = passage.sentences();
        return ByteBuffer.allocate(whole.length + sentences.remaining())
                .put(whole)
                .put(sentences.duplicate())
                .flip();
    }

    private boolean matches(String question, ArticleTerms terms, List<ByteBuffer> packed) {
        return (packed.isEmpty() ? Optional.<float[]>empty() : vector(question))
                .map(vector -> score(vector, packed))
                .map(score -> isNear(question, score, terms))
                .orElseGet(() -> terms.coverage(question) >= LEAST_COVERAGE);
    }

    /// Empty when the encoder doesn't know its language.
    private Optional<float[]> vector(String question) {
        return vectors.computeIfAbsent(
                question, text -> Optional.ofNullable(encoder.encodeAsAsked(Question.of(text))));
    }

    /// To compare the words takes longer, and counts for little.
    private static boolean isNear(String question, double score, ArticleTerms terms) {
        double missing = LEAST_SCORE - score;
        return missing <= COVERAGE_WEIGHT && COVERAGE_WEIGHT * terms.coverage(question) >= missing;
    }

    /// Without the question's words.
    private static double score(float[] question, List<ByteBuffer> passages) {
        DoubleSummaryStatistics similarity =
                passages.stream()
                        .mapToDouble(passage -> similarity(question, passage))
                        .summaryStatistics();
        return similarity.getMax()
                + LEAD_WEIGHT * (similarity.getMax() - similarity.getAverage())
                - PASSAGES_WEIGHT * Math.log(passages.size());
    }

    /// As passages are ranked.
    private static double similarity(float[] question, ByteBuffer passage) {
        List<Double> cosines = new ArrayList<>(SentenceVectors.cosines(passage, question));
        double whole = cosines.removeFirst();
        double nearest = cosines.stream().mapToDouble(cosine -> cosine).max().orElse(whole);
        return (whole + nearest) / 2;
    }
}
