package dev.verbatim.evaluation;

import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.util.List;
import java.util.stream.IntStream;

/// A ranking of paragraphs with their relevance, and the measures of it.
///
/// Passages are ranked, but paragraphs are judged: a paragraph that is split into several passages
/// has the rank of its best one, and the others take no ranks.
///
/// @param relevant by rank, best first
/// @param gold how many paragraphs answer in total
record ParagraphRanking(List<Boolean> relevant, int gold) {

    ParagraphRanking {
        relevant = List.copyOf(relevant);
    }

    static ParagraphRanking of(EvaluatedQuestion evaluated, ArticleSet articleSet) {
        SourceQuestion question = evaluated.question();
        List<Boolean> relevant =
                evaluated.decision().candidates().stream()
                        .map(Candidate::passage)
                        .map(passage -> Location.of(passage, articleSet))
                        .distinct()
                        .map(location -> location.answers(question))
                        .toList();
        return new ParagraphRanking(relevant, question.paragraphs().size());
    }

    /// Whether one of the first `k` answers. The mean over questions with one right paragraph each
    /// is recall at `k`.
    boolean hitWithin(int k) {
        return relevant.stream().limit(k).anyMatch(Boolean::booleanValue);
    }

    /// One divided by the rank of the first paragraph that answers, or 0 when none of the first `k`
    /// does.
    double reciprocalRank(int k) {
        int rank = relevant.indexOf(true) + 1;
        return rank == 0 || rank > k ? 0 : 1.0 / rank;
    }

    /// Normalized discounted cumulative gain with gains of 0 and 1.
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

    // 1 / log2(rank + 1), after Järvelin and Kekäläinen (TOIS 2002), in the form used today.
    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 1.0);
    }

    private record Location(String articleId, int paragraph) {

        static Location of(Passage passage, ArticleSet articleSet) {
            SourceArticle source = articleSet.sourceOf(passage);
            return new Location(source.id(), source.paragraphAt(passage.span()));
        }

        boolean answers(SourceQuestion question) {
            return articleId.equals(question.articleId())
                    && question.paragraphs().contains(paragraph);
        }
    }
}
