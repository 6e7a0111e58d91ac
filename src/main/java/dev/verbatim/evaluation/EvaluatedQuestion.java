package dev.verbatim.evaluation;

import dev.verbatim.answer.AnswerDecision;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.QuestionSet.ArticleSet;
import dev.verbatim.evaluation.SourceArticle.SourceParagraph;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A question that was asked, the decision it got, and how that compares with the set.
///
/// @param answerable by the articles that were indexed
/// @param nanos how long the decision took
record EvaluatedQuestion(
        SourceQuestion question, boolean answerable, AnswerDecision decision, long nanos) {

    /// Whether the emphasized sentence overlaps a gold answer.
    ///
    /// Empty when the paragraph on top is wrong, because then no sentence can be right, and when
    /// that paragraph doesn't contain the words of an answer, because then their place is unknown.
    Optional<Boolean> sentenceIsRight(ArticleSet articles) {
        TextSpan emphasis = decision.emphasis();
        if (emphasis == null || !ParagraphRanking.of(this, articles).hitWithin(1)) {
            return Optional.empty();
        }
        List<TextSpan> gold = goldSpans(articles);
        return gold.isEmpty()
                ? Optional.empty()
                : Optional.of(gold.stream().anyMatch(emphasis::overlaps));
    }

    private List<TextSpan> goldSpans(ArticleSet articles) {
        SourceArticle source = articles.sourceOf(firstPassage());
        return question.answers().stream()
                .flatMap(answer -> answer.spansIn(source).stream())
                .toList();
    }

    private Passage firstPassage() {
        return decision.candidates().getFirst().passage();
    }

    /// Whether each passage, and the emphasis, is verbatim: character for character and at its
    /// offsets in the set's article, and inside one paragraph of it. Anything but `true` is a bug.
    Stream<Boolean> verbatimChecks(ArticleSet articles) {
        return Stream.concat(passages(), emphasis())
                .map(quoted -> quoted.isVerbatimIn(articles.sourceOf(quoted.passage)));
    }

    private Stream<QuotedSpan> passages() {
        return decision.candidates().stream()
                .map(Candidate::passage)
                .map(passage -> new QuotedSpan(passage, passage.span()));
    }

    private Stream<QuotedSpan> emphasis() {
        TextSpan emphasis = decision.emphasis();
        return emphasis == null
                ? Stream.empty()
                : Stream.of(new QuotedSpan(firstPassage(), emphasis));
    }

    /// Words that a user sees, and where in the article they claim to be.
    private record QuotedSpan(Passage passage, TextSpan span) {

        boolean isVerbatimIn(SourceArticle source) {
            String words = span.of(passage.article().text());
            SourceParagraph paragraph = source.paragraphs().get(source.paragraphAt(span));
            return passage.span().contains(span)
                    && source.text().startsWith(words, span.start())
                    && paragraph.text().startsWith(words, span.start() - paragraph.start());
        }
    }

    /// A ranking of paragraphs with their relevance, and the measures of it.
    ///
    /// Passages are ranked, but paragraphs are judged: a paragraph that is split into several
    /// passages has the rank of its best one, and the others take no ranks.
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

        /// Whether one of the first `k` answers. The mean over questions with one right paragraph
        /// each is recall at `k`.
        boolean hitWithin(int k) {
            return relevant.stream().limit(k).anyMatch(Boolean::booleanValue);
        }

        /// One divided by the rank of the first paragraph that answers, or 0 when none of the first
        /// `k` does.
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
}
