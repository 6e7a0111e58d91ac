package dev.verbatim.evaluation;

import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.Candidate;
import java.util.List;
import java.util.stream.IntStream;

/// A ranking as the field's measures see it: which ranks hold a paragraph that answers.
///
/// Passages are ranked, paragraphs are judged: a paragraph that was cut into several passages
/// stands at the rank of its best one, and the others don't take up ranks.
///
/// @param relevant by rank, best first
/// @param gold how many paragraphs answer in all
record ParagraphRanking(List<Boolean> relevant, int gold) {

    ParagraphRanking {
        relevant = List.copyOf(relevant);
    }

    static ParagraphRanking of(EvaluatedQuestion evaluatedQuestion, ArticleSet articleSet) {
        SourceQuestion question = evaluatedQuestion.question();
        List<Boolean> relevant =
                evaluatedQuestion.decision().candidates().stream()
                        .map(Candidate::passage)
                        .map(passage -> Place.of(passage, articleSet))
                        .distinct()
                        .map(place -> place.answers(question))
                        .toList();
        return new ParagraphRanking(relevant, question.paragraphs().size());
    }

    /// Whether one of the first `k` answers; with one right paragraph a question that is recall.
    boolean hitWithin(int k) {
        return relevant.stream().limit(k).anyMatch(Boolean::booleanValue);
    }

    /// One divided by the rank of the first that answers, 0 when none of the first `k` does.
    double reciprocalRank(int k) {
        int rank = relevant.indexOf(true) + 1;
        return rank == 0 || rank > k ? 0 : 1.0 / rank;
    }

    /// Normalised discounted cumulative gain with gains of 0 and 1.
    double ndcg(int k) {
        double gained =
                ranks(Math.min(k, relevant.size()))
                        .filter(rank -> relevant.get(rank - 1))
                        .mapToDouble(ParagraphRanking::discount)
                        .sum();
        double ideal = ranks(Math.min(k, gold)).mapToDouble(ParagraphRanking::discount).sum();
        return gained / ideal;
    }

    private static IntStream ranks(int last) {
        return IntStream.rangeClosed(1, last);
    }

    // 1 / log2(rank + 1), after Järvelin and Kekäläinen (TOIS 2002) in the form that is usual
    // today.
    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 1.0);
    }

    private record Place(String articleId, int paragraph) {

        static Place of(Passage passage, ArticleSet articleSet) {
            SourceArticle source = articleSet.of(passage);
            return new Place(source.id(), source.paragraphAt(passage.span()));
        }

        boolean answers(SourceQuestion question) {
            return articleId.equals(question.articleId())
                    && question.paragraphs().contains(paragraph);
        }
    }
}
