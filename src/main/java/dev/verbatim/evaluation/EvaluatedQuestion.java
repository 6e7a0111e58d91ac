package dev.verbatim.evaluation;

import dev.verbatim.answer.AnswerDecision;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.SourceArticle.SourceParagraph;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.util.List;
import java.util.Optional;
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
}
